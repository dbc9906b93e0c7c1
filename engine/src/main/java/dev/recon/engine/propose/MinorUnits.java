package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import java.util.Arrays;
import java.util.List;

/// Whole numbers that count the smallest units of the currency of their line, as the interfaces of
/// payment processors have them: cents of euros, yen, thousandths of dinars.
record MinorUnits(SampleSide sample) {
    private static final int HUNDRED = 100;
    private static final double FILLED_MIN = 0.95;

    /// The amounts of such a column, by each column of currencies; none where all currencies have
    /// hundredths.
    List<Found> of(Found whole) {
        return sample.columns().stream()
                .filter(column -> column.type() instanceof ColumnType.Currency)
                .filter(column -> column.filled() >= sample.rows() * FILLED_MIN)
                .filter(column -> Arrays.stream(powers(column)).anyMatch(each -> each != HUNDRED))
                .map(column -> amounts(whole, column))
                .toList();
    }

    private Found amounts(Found whole, ColumnProfile currencies) {
        long[] powers = powers(currencies);
        long[] amounts = whole.units().clone();
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] /= AmountColumns.isFilled(amounts[row]) ? powers[row] : 1;
        }
        return whole.as(new AmountShape.Minor(currencies.name()), amounts);
    }

    /// Ten to the power of the decimals of each line's currency.
    private long[] powers(ColumnProfile currencies) {
        return Arrays.stream(sample.values(currencies, NormalForm.CODE))
                .mapToInt(code -> Currency.find(code).orElse(Currency.NONE).decimals())
                .mapToLong(decimals -> (long) Math.pow(10, decimals))
                .toArray();
    }
}
