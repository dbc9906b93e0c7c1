/// Tests of the sources themselves.
@NullMarked
package dev.recon.tidy;

import org.jspecify.annotations.NullMarked;
