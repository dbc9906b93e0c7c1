package dev.recon.engine.explain;

import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.Arrays;
import java.util.Optional;

/// References inside texts, in either direction: one reference against the parts of many texts, or
/// the parts of one text against many references.
///
/// @param wanted the hashes that are looked for, sorted
/// @param hashes where they are looked for
/// @param ends where the parts of each row end; none where a row has one
record TokenScan(long[] wanted, long[] hashes, Optional<int[]> ends) {
    private static final int STANDS = NearestScan.tenths(FirstLook.REFERENCE_IN_TEXT);

    static TokenScan ofReference(long hash, TokenColumn facing) {
        return new TokenScan(
                new long[] {hash}, facing.tokens().hashes(), Optional.of(facing.ends()));
    }

    static TokenScan ofTokens(TokenColumn ours, int row, TextColumn facing) {
        long[] wanted = Arrays.copyOfRange(ours.tokens().hashes(), ours.first(row), ours.end(row));
        Arrays.sort(wanted);
        return new TokenScan(wanted, facing.hashes(), Optional.empty());
    }

    int tenths(int row) {
        if (ends.isEmpty()) {
            return Arrays.binarySearch(wanted, hashes[row]) >= 0 ? STANDS : 0;
        }
        int[] all = ends.get();
        for (int token = row == 0 ? 0 : all[row - 1]; token < all[row]; token++) {
            if (hashes[token] == wanted[0]) {
                return STANDS;
            }
        }
        return 0;
    }
}
