/// Walking through an XML document: what is large as a stream, what is small as nodes.
@NullMarked
package dev.recon.formats.markup;

import org.jspecify.annotations.NullMarked;
