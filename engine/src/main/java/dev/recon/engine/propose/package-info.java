/// What the engine would do with two files that nobody has described.
@NullMarked
package dev.recon.engine.propose;

import org.jspecify.annotations.NullMarked;
