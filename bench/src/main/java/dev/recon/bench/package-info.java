/// Generated data and measurements.
@NullMarked
package dev.recon.bench;

import org.jspecify.annotations.NullMarked;
