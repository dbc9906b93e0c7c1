/// Parquet files.
@NullMarked
package dev.recon.formats.parquet;

import org.jspecify.annotations.NullMarked;
