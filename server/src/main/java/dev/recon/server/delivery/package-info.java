/// Deliveries of a source, watched: what each adds, whether it is late, unusual, or of another
/// shape than those before.
@NullMarked
package dev.recon.server.delivery;

import org.jspecify.annotations.NullMarked;
