/// Rejected lines in the form of their file, and mended lines back in their places.
@NullMarked
package dev.recon.engine.mend;

import org.jspecify.annotations.NullMarked;
