/// One execution: the queue, the worker, and what it leaves.
@NullMarked
package dev.recon.server.run;

import org.jspecify.annotations.NullMarked;
