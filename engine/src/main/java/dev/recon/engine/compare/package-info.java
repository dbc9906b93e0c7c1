/// What another rule set makes of the same files: two outcomes, line by line.
@NullMarked
package dev.recon.engine.compare;

import org.jspecify.annotations.NullMarked;
