/// Workbooks: sheets of rows, of which one is read as a table.
@NullMarked
package dev.recon.formats.sheet;

import org.jspecify.annotations.NullMarked;
