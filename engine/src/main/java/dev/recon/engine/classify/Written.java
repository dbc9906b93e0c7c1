package dev.recon.engine.classify;

import dev.recon.engine.table.Side;

/// What entries say as their files write it: of many fields a table keeps only a hash.
///
/// Each answer may be a read of the file, some microseconds; one thread may ask.
@FunctionalInterface
public interface Written {
    /// The text of a field of the entry of `row`, empty where the entry has none.
    String text(Side side, int row, String field);
}
