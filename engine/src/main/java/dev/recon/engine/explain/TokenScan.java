package dev.recon.engine.explain;

import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.Arrays;
import java.util.stream.IntStream;

/// References inside texts, in either direction: one reference against the parts of many texts, or
/// the parts of one text against many references.
sealed interface TokenScan {
    int STANDS = NearestScan.tenths(FirstLook.REFERENCE_IN_TEXT);

    /// What the row says for the entry that is explained.
    int tenths(int row);

    /// Looks for one reference.
    record OfReference(long hash, TokenColumn facing) implements TokenScan {
        @Override
        public int tenths(int row) {
            for (int token = facing.first(row); token < facing.end(row); token++) {
                if (facing.tokens().hash(token) == hash) {
                    return STANDS;
                }
            }
            return 0;
        }
    }

    /// Looks for the parts of one text.
    ///
    /// @param wanted their hashes, sorted
    record OfTokens(long[] wanted, TextColumn facing) implements TokenScan {
        static OfTokens of(TokenColumn ours, int row, TextColumn facing) {
            long[] wanted =
                    IntStream.range(ours.first(row), ours.end(row))
                            .mapToLong(ours.tokens()::hash)
                            .sorted()
                            .toArray();
            return new OfTokens(wanted, facing);
        }

        @Override
        public int tenths(int row) {
            return Arrays.binarySearch(wanted, facing.hash(row)) >= 0 ? STANDS : 0;
        }
    }
}
