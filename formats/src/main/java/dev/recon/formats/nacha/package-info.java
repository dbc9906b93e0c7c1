/// ACH files of the United States, as Nacha defines them.
@NullMarked
package dev.recon.formats.nacha;

import org.jspecify.annotations.NullMarked;
