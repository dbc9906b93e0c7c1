/// Figures for those who watch the server, and the place where they are read.
@NullMarked
package dev.recon.server.metric;

import org.jspecify.annotations.NullMarked;
