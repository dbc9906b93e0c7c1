package dev.recon.engine.read;

import dev.recon.engine.table.TokenColumn;
import java.util.Arrays;

/// The tokens of free texts: any number a row.
final class TokenColumnBuilder implements ColumnBuilder {
    private final TextColumnBuilder tokens = new TextColumnBuilder(0);
    private int[] ends = new int[0];

    @Override
    public void grow(int rows) {
        ends = Arrays.copyOf(ends, rows);
    }

    @Override
    public void append(FieldBuilder part, int row, int count) {
        if (count == 0) {
            return;
        }
        TokenBuilder own = (TokenBuilder) part;
        int first = row == 0 ? 0 : ends[row - 1];
        int added = own.ends[count - 1];
        if (tokens.room() - first < added) {
            long needed = (long) first + added;
            tokens.grow(ColumnBuilder.room(own.column(), needed, row + count, ends.length));
        }
        tokens.append(own.tokens, first, added);
        for (int at = 0; at < count; at++) {
            ends[row + at] = first + own.ends[at];
        }
    }

    TokenColumn column(int rows) {
        return new TokenColumn(tokens.column(rows == 0 ? 0 : ends[rows - 1]), ends, rows);
    }
}
