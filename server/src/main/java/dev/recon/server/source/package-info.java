/// The places that entries come from.
@NullMarked
package dev.recon.server.source;

import org.jspecify.annotations.NullMarked;
