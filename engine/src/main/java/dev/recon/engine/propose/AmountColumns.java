package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.SignRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// The columns of one side that may be its amount: signed ones, and pairs of a debit and a credit
/// column of which each row fills one.
final class AmountColumns {
    private static final double FRACTIONS_MIN = 0.3;
    private static final double BOTH_FILLED_MAX = 0.02;
    private static final double FILLED_MIN = 0.98;
    private static final int HUNDRED = 100;
    private static final double UNLIKELY = 0.01;

    private final Draft draft;
    private final Side side;
    private final SampleSide sample;

    AmountColumns(Draft draft, Side side) {
        this.draft = draft;
        this.side = side;
        this.sample = draft.sample(side);
    }

    /// One side's amount: a signed column, or a credit and a debit column.
    ///
    /// @param shape how the number becomes the amount
    /// @param units the signed amounts of the sample, [Long#MIN_VALUE] where there is none
    /// @param likelihood how much names and cells speak for it
    record Found(
            ColumnProfile column,
            Optional<ColumnProfile> debit,
            char mark,
            AmountShape shape,
            long[] units,
            double likelihood) {
        int decimals() {
            if (shape instanceof AmountShape.Rounded(int decimals)) {
                return decimals;
            }
            if (shape instanceof AmountShape.Hundredths) {
                return 2;
            }
            int of = decimals(column);
            return debit.map(other -> Math.max(of, decimals(other))).orElse(of);
        }

        /// The same column, counting hundredths.
        Found inHundredths() {
            return shaped(new AmountShape.Hundredths(), unit -> unit / HUNDRED);
        }

        /// The same amounts with fewer decimals, halves away from zero.
        Found rounded(int decimals, int from) {
            long step = (long) Math.pow(10, from - decimals);
            long half = step / 2;
            return shaped(
                    new AmountShape.Rounded(decimals),
                    unit -> (unit + (unit < 0 ? -half : half)) / step * step);
        }

        /// The same amounts with the signs that another column gives them.
        Found signed(SignRule rule, long[] signed) {
            return new Found(column, debit, mark, new AmountShape.Signed(rule), signed, likelihood);
        }

        private Found shaped(AmountShape as, LongUnaryOperator change) {
            long[] changed =
                    Arrays.stream(units)
                            .map(unit -> isFilled(unit) ? change.applyAsLong(unit) : unit)
                            .toArray();
            return new Found(column, debit, mark, as, changed, likelihood);
        }

        private static int decimals(ColumnProfile column) {
            return column.type() instanceof ColumnType.Amount amount ? amount.decimals() : 0;
        }
    }

    /// All that may be the amount of this side; only the debit and credit columns where two columns
    /// are called that.
    List<Found> find() {
        List<ColumnProfile> amounts =
                sample.columns().stream()
                        .filter(column -> column.type() instanceof ColumnType.Amount)
                        .toList();
        Optional<ColumnProfile> debit = hinted(amounts, Role.DEBIT);
        Optional<ColumnProfile> credit = hinted(amounts, Role.CREDIT);
        if (debit.isPresent() && credit.isPresent() && !debit.equals(credit)) {
            Optional<Found> split = split(debit.get(), credit.get(), BOTH_FILLED_MAX);
            if (split.isPresent()) {
                return List.of(split.get());
            }
        }
        List<Found> found = new ArrayList<>();
        for (ColumnProfile column : amounts) {
            double likelihood = likelihood(column);
            if (likelihood > 0) {
                char mark = mark(column);
                long[] units = sample.amounts(column, mark);
                found.add(
                        new Found(
                                column,
                                Optional.empty(),
                                mark,
                                new AmountShape.Plain(),
                                units,
                                likelihood));
            }
            for (ColumnProfile other : amounts) {
                if (column.index() < other.index() && areHalves(column, other)) {
                    split(column, other, 0).ifPresent(found::add);
                }
            }
        }
        return found.isEmpty() ? balances() : found;
    }

    /// Balances, where there is nothing else: they are what is compared.
    private List<Found> balances() {
        return all().stream()
                .filter(found ->
                        found.column().type() instanceof ColumnType.Amount amount
                                && amount.fractionShare() >= FRACTIONS_MIN)
                .toList();
    }

    /// All columns of numbers, whatever they are called.
    List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (ColumnProfile column : sample.columns()) {
            if (column.type() instanceof ColumnType.Amount && column.distinct() > 1) {
                char mark = mark(column);
                long[] units = sample.amounts(column, mark);
                double likelihood = Math.max(likelihood(column), UNLIKELY);
                all.add(
                        new Found(
                                column,
                                Optional.empty(),
                                mark,
                                new AmountShape.Plain(),
                                units,
                                likelihood));
            }
        }
        return all;
    }

    /// The decimal mark: as answered, else as the cells prove it, else the point.
    private char mark(ColumnProfile column) {
        String answer = draft.answers.getOrDefault(AmountFinder.markQuestion(side, column), "");
        if (answer.equals(".") || answer.equals(",")) {
            return answer.charAt(0);
        }
        return column.type() instanceof ColumnType.Amount amount ? amount.decimalMark() : '.';
    }

    private Optional<Found> split(ColumnProfile debit, ColumnProfile credit, double bothMax) {
        char mark = mark(credit);
        long[] plus = sample.amounts(credit, mark);
        long[] minus = sample.amounts(debit, mark);
        int both = 0;
        for (int row = 0; row < plus.length; row++) {
            both += isFilled(plus[row]) && isFilled(minus[row]) ? 1 : 0;
            long credited = isFilled(plus[row]) ? plus[row] : 0;
            plus[row] = isFilled(minus[row]) ? credited - Math.abs(minus[row]) : credited;
        }
        return both > plus.length * bothMax
                ? Optional.empty()
                : Optional.of(
                        new Found(
                                credit,
                                Optional.of(debit),
                                mark,
                                new AmountShape.Plain(),
                                plus,
                                1));
    }

    /// The same amounts with the other sign.
    static long[] negated(long[] units) {
        return Arrays.stream(units).map(unit -> isFilled(unit) ? -unit : unit).toArray();
    }

    static boolean isFilled(long units) {
        return units != Long.MIN_VALUE && units != 0;
    }

    /// Do two columns without telling names fill every row together, each a part of them?
    private boolean areHalves(ColumnProfile one, ColumnProfile other) {
        int rows = sample.rows();
        boolean full = one.filled() == rows || other.filled() == rows;
        return !full
                && one.filled() + other.filled() >= rows * FILLED_MIN
                && one.filled() + other.filled() <= rows
                && likelihood(one) > 0
                && likelihood(other) > 0;
    }

    private static Optional<ColumnProfile> hinted(List<ColumnProfile> columns, Role role) {
        return columns.stream().filter(column -> role.isHinted(column.name())).findFirst();
    }

    /// A row without amount would be rejected, so a column with gaps is less likely.
    private double likelihood(ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Amount amount)) {
            return 0;
        }
        boolean hinted = Role.AMOUNT.isHinted(column.name());
        if (Role.BALANCE.isHinted(column.name())
                || (!hinted && amount.fractionShare() < FRACTIONS_MIN)) {
            return 0;
        }
        double filled = (double) column.filled() / sample.rows();
        return filled * ((hinted ? 1 : 0) + amount.fractionShare() / 2 + 0.01);
    }
}
