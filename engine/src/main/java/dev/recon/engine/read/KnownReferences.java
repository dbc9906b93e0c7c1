package dev.recon.engine.read;

import dev.recon.engine.table.BloomFilter;
import dev.recon.engine.table.TextColumn;
import java.util.Collection;

/// What the other side has for references, known well enough to pass over most of what is none.
///
/// First by length, which costs nothing, then by a Bloom filter, which misses the caches when there
/// are millions.
public final class KnownReferences {
    private static final int LENGTHS = Long.SIZE;

    private final BloomFilter hashes;
    private long lengths;

    /// @param columns where references stand; their rows that are empty are none
    public KnownReferences(Collection<TextColumn> columns) {
        this.hashes = new BloomFilter(columns.stream().mapToLong(TextColumn::rows).sum());
        columns.forEach(this::add);
    }

    private void add(TextColumn column) {
        for (int row = 0; row < column.rows(); row++) {
            long hash = column.hash(row);
            if (hash != 0) {
                hashes.add(hash);
                lengths |= bit(column.length(row));
            }
        }
    }

    /// May a text of so many normalised bytes with this hash be one of them?
    boolean mayContain(int length, long hash) {
        return (lengths & bit(length)) != 0 && hashes.mayContain(hash);
    }

    /// One bit a length; all that are longer share the last.
    private static long bit(int length) {
        return 1L << Math.min(length, LENGTHS - 1);
    }
}
