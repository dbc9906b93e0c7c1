/// Rejected lines of a run in the form of their file, and mended lines back into a new run.
@NullMarked
package dev.recon.server.mend;

import org.jspecify.annotations.NullMarked;
