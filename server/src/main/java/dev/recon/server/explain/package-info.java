/// Why entries are open and why they are matched, by the engine's own explanation.
@NullMarked
package dev.recon.server.explain;

import org.jspecify.annotations.NullMarked;
