/// The append-only, hash-chained history.
@NullMarked
package dev.recon.server.audit;

import org.jspecify.annotations.NullMarked;
