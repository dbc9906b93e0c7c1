/// Documents that are trees (JSON, XML): the element that repeats is the entry, and what stands
/// below it are its columns.
@NullMarked
package dev.recon.formats.tree;

import org.jspecify.annotations.NullMarked;
