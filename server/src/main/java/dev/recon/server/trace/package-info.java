/// Which request, run or event a line of the log belongs to, also across processes.
@NullMarked
package dev.recon.server.trace;

import org.jspecify.annotations.NullMarked;
