/// What amounts of one currency are worth in another: rates of the day, and exact conversion.
@NullMarked
package dev.recon.engine.rate;

import org.jspecify.annotations.NullMarked;
