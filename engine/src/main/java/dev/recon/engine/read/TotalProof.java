package dev.recon.engine.read;

import dev.recon.engine.table.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells line by line whether amounts are the sums of lines above: since the first line of the
/// file, or since an earlier total or a line that looks like one, such as the balance that a file
/// opens with. Since any other line some sum would agree by accident.
final class TotalProof {
    /// Decimals of one unit: more digits are no amount of a report.
    static final int DECIMALS = 6;

    private static final int STARTS_MAX = 1 << 20;

    private final long[] sums;
    private final List<Map<Long, Integer>> starts = new ArrayList<>();
    private int lines;
    private boolean isTooLarge;

    /// @param columns how many columns have sums
    TotalProof(int columns) {
        this.sums = new long[columns];
        for (int column = 0; column < columns; column++) {
            starts.add(new HashMap<>());
        }
        begin();
    }

    /// A sum may begin here.
    private void begin() {
        for (int column = 0; column < sums.length; column++) {
            if (starts.get(column).size() < STARTS_MAX) {
                starts.get(column).putIfAbsent(sums[column], lines);
            }
        }
    }

    /// Takes the amounts of an entry, [AmountParser#NOT_AN_AMOUNT] where there is none.
    void entry(long[] amounts) {
        lines++;
        for (int column = 0; column < sums.length; column++) {
            if (amounts[column] != AmountParser.NOT_AN_AMOUNT) {
                sums[column] += amounts[column];
                isTooLarge |= Math.abs(sums[column]) > Limits.SUM_MAX;
            }
        }
    }

    /// How many lines come to these amounts, in all columns that have one; 0 when they do not.
    int lines(long[] amounts) {
        int most = 0;
        for (int column = 0; column < sums.length; column++) {
            if (amounts[column] != AmountParser.NOT_AN_AMOUNT) {
                Integer start = starts.get(column).get(sums[column] - amounts[column]);
                if (start == null || isTooLarge) {
                    return 0;
                }
                most = Math.max(most, lines - start);
            }
        }
        return most;
    }

    /// Takes a line as a total: sums may begin behind it.
    void total() {
        begin();
    }

    /// Takes a line that looks like a total and is none: it counts as an entry, and sums may begin
    /// behind it.
    void strange(long[] amounts) {
        entry(amounts);
        begin();
    }
}
