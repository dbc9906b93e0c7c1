/// Which entries probably belong together: Fellegi-Sunter over columns, decided jointly.
@NullMarked
package dev.recon.engine.probable;

import org.jspecify.annotations.NullMarked;
