/// What a file is, before anything reads it, and the readers beyond CSV.
@NullMarked
package dev.recon.formats;

import org.jspecify.annotations.NullMarked;
