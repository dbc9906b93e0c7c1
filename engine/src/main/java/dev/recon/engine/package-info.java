/// The engine: a pipeline of pure functions over columns.
@NullMarked
package dev.recon.engine;

import org.jspecify.annotations.NullMarked;
