/// Who acts, in which workspace, and which requests were seen before.
@NullMarked
package dev.recon.server.access;

import org.jspecify.annotations.NullMarked;
