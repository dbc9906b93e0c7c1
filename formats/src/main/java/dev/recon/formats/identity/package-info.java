/// Which entry of one delivery is which entry of another.
@NullMarked
package dev.recon.formats.identity;

import org.jspecify.annotations.NullMarked;
