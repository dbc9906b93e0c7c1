/// Quicken Interchange Format.
@NullMarked
package dev.recon.formats.qif;

import org.jspecify.annotations.NullMarked;
