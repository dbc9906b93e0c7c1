package dev.recon.engine.table;

import dev.recon.engine.money.Currency;

/// The currency of each row, packed (see [Currency]); 2 bytes a row.
///
/// @param packed one packed code a row, never 0
public record CurrencyColumn(short[] packed) implements Column {
    @Override
    public int rows() {
        return packed.length;
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
        return other instanceof CurrencyColumn(short[] theirs) && packed[row] == theirs[otherRow];
    }
}
