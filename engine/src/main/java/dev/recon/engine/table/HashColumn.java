package dev.recon.engine.table;

/// Text of which only the hash is kept: for fields that are compared, but never joined on.
///
/// 8 bytes a row instead of the text. Different hashes prove different values; two different values
/// share a hash with a chance of 2^-64 a comparison, and then a difference inside a match would go
/// unreported. Keys of passes are therefore [TextColumn]s, which compare every byte.
///
/// @param hashes one hash of the normalised text a row, 0 where the field is empty; what stands
///   behind the last row says nothing
/// @param rows the number of rows
public record HashColumn(long[] hashes, int rows) implements Column {
    public HashColumn(long[] hashes) {
        this(hashes, hashes.length);
    }

    @Override
    public boolean isPresent(int row) {
        return hashes[row] != 0;
    }

    @Override
    public long hash(int row) {
        return hashes[row];
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        return hashes[row] != 0 && hashes[row] == other.hash(otherRow);
    }
}
