/// Entries as columns: an entry is an int row, its fields are arrays.
@NullMarked
package dev.recon.engine.table;

import org.jspecify.annotations.NullMarked;
