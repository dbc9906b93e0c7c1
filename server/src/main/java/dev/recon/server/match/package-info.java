/// Groups of entries that belong together.
@NullMarked
package dev.recon.server.match;

import org.jspecify.annotations.NullMarked;
