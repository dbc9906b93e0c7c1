/// Why entries are matched, and why they are not.
@NullMarked
package dev.recon.engine.explain;

import org.jspecify.annotations.NullMarked;
