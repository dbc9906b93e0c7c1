package dev.recon.engine.propose;

import dev.recon.engine.read.AmountParser;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleBinaryOperator;

/// The cells of one column in the pairs that a key makes, each brought into its form once, and when
/// one of them agrees with one of another column.
sealed interface JudgedCells {
    /// Does the cell of a pair agree with that of another column in the same pair, or another one?
    boolean isNear(int pair, JudgedCells others, int otherPair);

    /// The cells of some rows, as their type compares them.
    static JudgedCells of(SampleSide sample, ColumnProfile column, int[] rows) {
        if (column.type() instanceof ColumnType.Amount(char mark, int decimals, _, _)) {
            AmountParser parser = sample.parser(mark);
            long[] units = new long[rows.length];
            for (int at = 0; at < rows.length; at++) {
                byte[] bytes = bytes(sample, rows[at], column);
                units[at] = parser.parse(bytes, 0, bytes.length);
            }
            return new Amounts(units, decimals == 0);
        }
        if (column.type() instanceof ColumnType.Date date) {
            DatePattern pattern = date.patterns().getFirst();
            int[] days = new int[rows.length];
            for (int at = 0; at < rows.length; at++) {
                byte[] bytes = bytes(sample, rows[at], column);
                days[at] = pattern.parse(bytes, 0, bytes.length);
            }
            return new Dates(days);
        }
        NormalForm form = column.arePhones() ? NormalForm.PHONE : NormalForm.WORDS;
        String[] words = new String[rows.length];
        for (int at = 0; at < rows.length; at++) {
            words[at] = NormalText.of(form, sample.cell(rows[at], column));
        }
        return new Words(words);
    }

    private static byte[] bytes(SampleSide sample, int row, ColumnProfile column) {
        return sample.cell(row, column).getBytes(StandardCharsets.UTF_8);
    }

    /// Amounts agree when they are nearly equal, whatever their signs; whole numbers beside
    /// decimals may be hundredths.
    ///
    /// @param isWhole has the column no decimals?
    record Amounts(long[] units, boolean isWhole) implements JudgedCells {
        private static final double NEAR_SHARE = 0.05;
        private static final int HUNDRED = 100;

        @Override
        public boolean isNear(int pair, JudgedCells others, int otherPair) {
            Amounts theirs = (Amounts) others;
            long one = units[pair];
            long other = theirs.units[otherPair];
            if (one == Long.MIN_VALUE || other == Long.MIN_VALUE) {
                return false;
            }
            double ours = Math.abs((double) one);
            double their = Math.abs((double) other);
            return isNear(ours, their)
                    || (isWhole && !theirs.isWhole && isNear(ours / HUNDRED, their))
                    || (!isWhole && theirs.isWhole && isNear(ours, their / HUNDRED));
        }

        Amounts times(double factor) {
            long[] scaled = new long[units.length];
            for (int at = 0; at < scaled.length; at++) {
                boolean absent = units[at] == Long.MIN_VALUE;
                scaled[at] = absent ? units[at] : Math.round(units[at] * factor);
            }
            return new Amounts(scaled, false);
        }

        /// What these come to together with those of another column, absent where one of them is.
        Amounts with(Amounts others, DoubleBinaryOperator both) {
            long[] made = new long[units.length];
            for (int at = 0; at < made.length; at++) {
                boolean absent = units[at] == Long.MIN_VALUE || others.units[at] == Long.MIN_VALUE;
                made[at] =
                        absent
                                ? Long.MIN_VALUE
                                : Math.round(
                                        both.applyAsDouble(
                                                (double) units[at], (double) others.units[at]));
            }
            return new Amounts(made, false);
        }

        private static boolean isNear(double one, double other) {
            return Math.abs(one - other) <= Math.max(one, other) * NEAR_SHARE;
        }
    }

    /// Dates agree when they lie within a few days.
    ///
    /// @param reach how many
    record Dates(int[] days, int reach) implements JudgedCells {
        private static final int NEAR_DAYS = 5;

        Dates(int[] days) {
            this(days, NEAR_DAYS);
        }

        /// The same dates, which agree when they are the same.
        Dates exact() {
            return new Dates(days, 0);
        }

        @Override
        public boolean isNear(int pair, JudgedCells others, int otherPair) {
            int one = days[pair];
            int other = ((Dates) others).days[otherPair];
            return one != DatePattern.NOT_A_DATE
                    && other != DatePattern.NOT_A_DATE
                    && Math.abs((long) one - other) <= reach;
        }
    }

    /// Words agree when they are the same, or when one side has room for the first letters alone.
    record Words(String[] words) implements JudgedCells {
        private static final int LETTERS_MIN = 12;

        @Override
        public boolean isNear(int pair, JudgedCells others, int otherPair) {
            String one = words[pair];
            String other = ((Words) others).words[otherPair];
            boolean areLong = one.length() >= LETTERS_MIN && other.length() >= LETTERS_MIN;
            return areLong
                    ? one.startsWith(other) || other.startsWith(one)
                    : !one.isEmpty() && one.equals(other);
        }
    }
}
