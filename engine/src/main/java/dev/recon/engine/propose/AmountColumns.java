package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.SignRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The columns of one side that may be its amount: signed ones, and several of which each row fills
/// one.
final class AmountColumns {
    private static final double FRACTIONS_MIN = 0.3;
    private static final double FILLED_MIN = 0.98;
    private static final int HUNDRED = 100;
    private static final double UNLIKELY = 0.01;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|[0-9]+[-+]");

    private final Draft draft;
    private final Side side;
    private final SampleSide sample;

    AmountColumns(Draft draft, Side side) {
        this.draft = draft;
        this.side = side;
        this.sample = draft.sample(side);
    }

    /// One side's amount: a signed column, or several of which each row fills one.
    ///
    /// @param shape how the number becomes the amount
    /// @param units the signed amounts of the sample, [Long#MIN_VALUE] where there is none
    /// @param likelihood how much names and cells speak for it
    record Found(
            List<PartColumn> parts, char mark, AmountShape shape, long[] units, double likelihood) {
        Found {
            parts = List.copyOf(parts);
        }

        /// A signed column as it stands.
        Found(ColumnProfile column, char mark, long[] units, double likelihood) {
            this(
                    List.of(PartColumn.of(column, false, Optional.empty())),
                    mark,
                    new AmountShape.Plain(),
                    units,
                    likelihood);
        }

        /// Have at least so many of the lines an amount, 0 to 1?
        boolean isFull(double share) {
            long full = Arrays.stream(units).filter(unit -> unit != Long.MIN_VALUE).count();
            return full >= share * units.length;
        }

        /// The column, or one of several.
        ColumnProfile column() {
            return parts.getLast().column();
        }

        boolean isSplit() {
            return parts.size() > 1;
        }

        boolean isIn(ColumnProfile column) {
            return parts.stream().anyMatch(part -> part.column().equals(column));
        }

        int decimals() {
            AmountShape number =
                    shape instanceof AmountShape.Signed(_, AmountShape of) ? of : shape;
            return switch (number) {
                case AmountShape.Rounded(int decimals) -> decimals;
                case AmountShape.Hundredths _ -> 2;
                case AmountShape.Scaled(_, int decimals, _) -> decimals;
                case AmountShape.Plain _,
                        AmountShape.Minor _,
                        AmountShape.Together _,
                        AmountShape.Signed _ ->
                        parts.stream().mapToInt(part -> decimals(part.column())).max().orElse(0);
            };
        }

        /// The same column, counting hundredths.
        Found inHundredths() {
            return shaped(new AmountShape.Hundredths(), unit -> unit / HUNDRED);
        }

        /// The same amounts, multiplied by a power of ten; absent where they become too large.
        Found scaled(int power, int scale) {
            long factor = (long) Math.pow(10, Math.abs(power));
            long[] scaled =
                    Arrays.stream(units)
                            .map(unit -> isFilled(unit) ? scaled(unit, power, factor) : unit)
                            .toArray();
            int most =
                    Arrays.stream(scaled)
                            .filter(AmountColumns::isFilled)
                            .mapToObj(unit -> BigDecimal.valueOf(unit, scale))
                            .mapToInt(amount -> amount.stripTrailingZeros().scale())
                            .max()
                            .orElse(0);
            AmountShape as = new AmountShape.Scaled(power, Math.max(0, most), false);
            return new Found(parts, mark, as, scaled, likelihood);
        }

        private static long scaled(long unit, int power, long factor) {
            if (power < 0) {
                return unit / factor;
            }
            return Math.abs(unit) > Long.MAX_VALUE / factor ? Long.MIN_VALUE : unit * factor;
        }

        /// The same amounts with fewer decimals, halves away from zero.
        Found rounded(int decimals, int from) {
            long step = (long) Math.pow(10, from - decimals);
            long half = step / 2;
            AmountShape as =
                    shape instanceof AmountShape.Scaled(int power, _, _)
                            ? new AmountShape.Scaled(power, decimals, true)
                            : new AmountShape.Rounded(decimals);
            return shaped(as, unit -> (unit + (unit < 0 ? -half : half)) / step * step);
        }

        /// The same amounts with the signs that another column gives them.
        Found signed(SignRule rule, long[] signed) {
            return new Found(parts, mark, new AmountShape.Signed(rule, shape), signed, likelihood);
        }

        /// The amounts that are made of the column, alone or with others.
        Found as(AmountShape as, long[] amounts) {
            return new Found(parts, mark, as, amounts, likelihood);
        }

        private Found shaped(AmountShape as, LongUnaryOperator change) {
            long[] changed =
                    Arrays.stream(units)
                            .map(unit -> isFilled(unit) ? change.applyAsLong(unit) : unit)
                            .toArray();
            return new Found(parts, mark, as, changed, likelihood);
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
        SplitColumns columns = new SplitColumns(sample);
        List<Found> found = new ArrayList<>(columns.byCurrency(mark(amounts)));
        if (found.isEmpty()) {
            Optional<Found> two = columns.debitAndCredit(amounts, mark(amounts));
            if (two.isPresent()) {
                return List.of(two.get());
            }
        }
        List<ColumnProfile> singles =
                amounts.stream()
                        .filter(column -> found.stream().noneMatch(split -> split.isIn(column)))
                        .toList();
        for (ColumnProfile column : singles) {
            double likelihood = likelihood(column);
            char mark = mark(column);
            if (likelihood > 0) {
                found.add(new Found(column, mark, sample.amounts(column, mark), likelihood));
            }
            for (ColumnProfile other : singles) {
                if (column.index() < other.index() && areHalves(column, other)) {
                    columns.halves(column, other, mark(other)).ifPresent(found::add);
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

    /// All columns of numbers that are no key and nothing else yet.
    List<Found> free() {
        return all().stream().filter(found -> draft.isFree(side, found.column())).toList();
    }

    /// All columns of numbers, whatever they are called.
    List<Found> all() {
        List<Found> all = new ArrayList<>();
        for (ColumnProfile column : sample.columns()) {
            if (column.type() instanceof ColumnType.Amount && column.distinct() > 1) {
                char mark = mark(column);
                double likelihood = Math.max(likelihood(column), UNLIKELY);
                all.add(new Found(column, mark, sample.amounts(column, mark), likelihood));
            }
        }
        return all;
    }

    /// Columns of whole numbers filled up with zeros in front, as files of fixed width have them:
    /// codes by their look, and amounts only where the other side has the same ones.
    List<Found> padded() {
        return sample.columns().stream()
                .filter(column -> column.distinct() > 1 && isPadded(column))
                .map(column -> new Found(column, '.', sample.amounts(column, '.'), UNLIKELY))
                .toList();
    }

    private boolean isPadded(ColumnProfile column) {
        return !(column.type() instanceof ColumnType.Amount)
                && sample.isPadded(column)
                && IntStream.range(0, sample.rows())
                        .mapToObj(row -> sample.cell(row, column))
                        .allMatch(cell -> cell.isEmpty() || WHOLE.matcher(cell).matches());
    }

    /// The decimal mark: as answered, else as the cells prove it, else the point.
    private char mark(ColumnProfile column) {
        String answer = draft.answers.getOrDefault(DecimalMarks.question(side, column), "");
        if (answer.equals(".") || answer.equals(",")) {
            return answer.charAt(0);
        }
        return column.type() instanceof ColumnType.Amount amount ? amount.decimalMark() : '.';
    }

    /// The mark of several columns of one amount: of one whose cells prove it, if there is one.
    private char mark(List<ColumnProfile> columns) {
        return columns.stream()
                .filter(column ->
                        column.type() instanceof ColumnType.Amount amount && amount.isMarkProved())
                .findFirst()
                .or(() -> columns.stream().findFirst())
                .map(this::mark)
                .orElse('.');
    }

    /// The same amounts with the other sign.
    static long[] negated(long[] units) {
        return Arrays.stream(units).map(unit -> isFilled(unit) ? -unit : unit).toArray();
    }

    /// What some rows come to.
    static long sum(List<Integer> rows, long[] units) {
        return rows.stream().mapToLong(row -> units[row]).filter(AmountColumns::isFilled).sum();
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
                && one.filled() + other.filled() <= rows + 1 // of totals
                && likelihood(one) > 0
                && likelihood(other) > 0;
    }

    private boolean isCounted(ColumnProfile column) {
        return draft.quantities().is(side, column);
    }

    /// A row without amount would be rejected, so a column with gaps is less likely.
    private double likelihood(ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Amount amount)) {
            return 0;
        }
        boolean hinted = Role.AMOUNT.isHinted(column.name());
        if (Role.BALANCE.isHinted(column.name())
                || (!hinted && amount.fractionShare() < FRACTIONS_MIN && !isCounted(column))) {
            return 0;
        }
        double filled = (double) column.filled() / sample.rows();
        return filled * ((hinted ? 1 : 0) + amount.fractionShare() / 2 + 0.01);
    }
}
