/// XML that a stranger wrote: read as a stream, within bounds, and without reaching for anything.
@NullMarked
package dev.recon.formats.markup;

import org.jspecify.annotations.NullMarked;
