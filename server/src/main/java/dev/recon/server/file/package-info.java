/// Deliveries of a source, kept byte for byte.
@NullMarked
package dev.recon.server.file;

import org.jspecify.annotations.NullMarked;
