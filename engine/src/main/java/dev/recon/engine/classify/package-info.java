/// From matches and what is left over to the breaks that a person must explain.
@NullMarked
package dev.recon.engine.classify;

import org.jspecify.annotations.NullMarked;
