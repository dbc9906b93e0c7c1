/// What is done to the cells of a line before the type of a field reads them: within bounds.
@NullMarked
package dev.recon.engine.transform;

import org.jspecify.annotations.NullMarked;
