/// What a format of files is: it knows its own files, and writes their entries as lines of a table.
@NullMarked
package dev.recon.formats.format;

import org.jspecify.annotations.NullMarked;
