package dev.recon.engine.read;

import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Table;

/// Refuses a file whose amounts are so large that their differences or sums would not be exact.
///
/// Without their signs one amount has [Limits#UNITS_MAX] at most, and those of one currency come to
/// [Limits#SUM_MAX] at most: then every difference of two, and every sum of some of them, also of
/// both sides together, fits 64 bits. One walk over the amounts, under 1 ns a row; a second one
/// over amounts and currencies where they are not small together.
final class SumBound {
    private static final int PACKED_COUNT = 1 << Short.SIZE;

    private SumBound() {}

    /// @param file what the file is called
    /// @throws InputProblem that names the line at which the sum becomes too large
    static void require(Table table, String file) {
        if (!isSmall(table.amounts().units(), table.rows())) {
            requireByCurrency(table, file);
        }
    }

    /// Do all amounts together, of whatever currency, come to less than one of them may? They
    /// nearly always do.
    private static boolean isSmall(long[] units, int rows) {
        long sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += Math.abs(units[row]);
            if (sum < 0 || sum > Limits.UNITS_MAX) {
                return false;
            }
        }
        return true;
    }

    private static void requireByCurrency(Table table, String file) {
        long[] sums = new long[PACKED_COUNT];
        long[] units = table.amounts().units();
        short[] currencies = table.currencies().packed();
        for (int row = 0; row < table.rows(); row++) {
            long amount = Math.abs(units[row]);
            if (amount < 0 || amount > Limits.UNITS_MAX) {
                throw new InputProblem(problem(table, row, file, ""));
            }
            int currency = currencies[row] & 0xFFFF;
            sums[currency] += amount;
            if (sums[currency] < 0 || sums[currency] > Limits.SUM_MAX) {
                throw new InputProblem(
                        problem(table, row, file, ", with which the sum becomes too large"));
            }
        }
    }

    private static Problem problem(Table table, int row, String file, String why) {
        String most =
                why.isEmpty()
                        ? "an amount of at most " + Limits.UNITS_MAX
                        : "amounts of "
                                + table.currencies().at(row).code()
                                + " that come to at most "
                                + Limits.SUM_MAX;
        return new Problem(
                file + ", line " + table.lines().line(row),
                "the amount " + table.money(row) + why,
                most + " units of " + table.decimals() + " decimals",
                "Correct the line, or set decimals to less in the rule set.");
    }
}
