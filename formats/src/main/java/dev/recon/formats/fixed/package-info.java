/// Text whose columns begin and end at the same place in every line.
@NullMarked
package dev.recon.formats.fixed;

import org.jspecify.annotations.NullMarked;
