package dev.recon.engine.table;

import dev.recon.engine.money.Currency;

/// The currency of each row, packed (see [Currency]); 2 bytes a row.
///
/// @param packed one packed code a row, never 0; what stands behind the last row says nothing
/// @param rows the number of rows
public record CurrencyColumn(short[] packed, int rows) implements Column {
    public CurrencyColumn(short[] packed) {
        this(packed, packed.length);
    }

    @Override
    public boolean isPresent(int row) {
        return true;
    }

    public Currency at(int row) {
        return new Currency(packed[row]);
    }

    @Override
    public long hash(int row) {
        return Hash.of(packed[row]);
    }

    @Override
    public boolean isSame(int row, Column other, int otherRow) {
        return other instanceof CurrencyColumn(short[] theirs, _)
                && packed[row] == theirs[otherRow];
    }
}
