/// Live events for those who watch.
@NullMarked
package dev.recon.server.notice;

import org.jspecify.annotations.NullMarked;
