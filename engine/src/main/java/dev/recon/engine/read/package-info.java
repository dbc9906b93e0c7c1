/// From the bytes of a file to a table, or to rejected lines that say why.
@NullMarked
package dev.recon.engine.read;

import org.jspecify.annotations.NullMarked;
