package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds the amount of each side, its decimal mark, and whether the sides use opposite signs.
final class AmountFinder {
    private static final double FRACTIONS_MIN = 0.3;
    private static final double BOTH_FILLED_MAX = 0.02;
    private static final int PAIRS_MIN = 5;

    private final Draft draft;

    AmountFinder(Draft draft) {
        this.draft = draft;
    }

    /// One side's amount: a signed column, or a debit and a credit column.
    ///
    /// @param units the signed amounts of the sample in 10^-6
    record Found(ColumnProfile column, Optional<ColumnProfile> debit, char mark, long[] units) {
        int decimals() {
            int of = decimals(column);
            return debit.map(other -> Math.max(of, decimals(other))).orElse(of);
        }

        private static int decimals(ColumnProfile column) {
            return column.type() instanceof ColumnType.Amount amount ? amount.decimals() : 0;
        }
    }

    /// The amount column of a side, if it has one.
    Optional<Found> find(Side side) {
        SampleSide sample = draft.sample(side);
        List<ColumnProfile> amounts =
                sample.columns().stream()
                        .filter(column -> column.type() instanceof ColumnType.Amount)
                        .toList();
        Optional<Found> split = debitAndCredit(side, amounts);
        if (split.isPresent()) {
            return split;
        }
        ColumnProfile best = null;
        double bestScore = 0;
        for (ColumnProfile column : amounts) {
            double score = score(column);
            if (score > bestScore) {
                best = column;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best).map(column -> signed(side, column));
    }

    /// Maps both amounts, with the sign that the paired entries show.
    void map(Found left, Found right) {
        boolean opposite = isOpposite(left, right);
        double agreement = agreement(left, right, opposite);
        draft.map(
                Table.AMOUNT,
                Optional.of(source(left, false)),
                Optional.of(source(right, opposite)),
                agreement < 0 ? OptionalDouble.empty() : OptionalDouble.of(agreement),
                opposite ? "opposite sign on the right" : "amounts on both sides");
    }

    private Optional<Found> debitAndCredit(Side side, List<ColumnProfile> amounts) {
        Optional<ColumnProfile> debit = hinted(amounts, Role.DEBIT);
        Optional<ColumnProfile> credit = hinted(amounts, Role.CREDIT);
        if (debit.isEmpty() || credit.isEmpty() || debit.equals(credit)) {
            return Optional.empty();
        }
        char mark = mark(side, credit.get());
        long[] plus = draft.sample(side).amounts(credit.get(), mark);
        long[] minus = draft.sample(side).amounts(debit.get(), mark);
        int both = 0;
        for (int row = 0; row < plus.length; row++) {
            both += isFilled(plus[row]) && isFilled(minus[row]) ? 1 : 0;
            long credited = isFilled(plus[row]) ? plus[row] : 0;
            plus[row] = isFilled(minus[row]) ? credited - Math.abs(minus[row]) : credited;
        }
        return both > plus.length * BOTH_FILLED_MAX
                ? Optional.empty()
                : Optional.of(new Found(credit.get(), debit, mark, plus));
    }

    private static boolean isFilled(long units) {
        return units != Long.MIN_VALUE && units != 0;
    }

    private static Optional<ColumnProfile> hinted(List<ColumnProfile> columns, Role role) {
        return columns.stream().filter(column -> role.isHinted(column.name())).findFirst();
    }

    private static double score(ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Amount amount)) {
            return 0;
        }
        boolean hinted = Role.AMOUNT.isHinted(column.name());
        if (Role.BALANCE.isHinted(column.name())
                || (!hinted && amount.fractionShare() < FRACTIONS_MIN)) {
            return 0;
        }
        return (hinted ? 2 : 0) + amount.fractionShare() + 0.01;
    }

    private Found signed(Side side, ColumnProfile column) {
        char mark = mark(side, column);
        return new Found(column, Optional.empty(), mark, draft.sample(side).amounts(column, mark));
    }

    /// The decimal mark; asked for where 1.234 may be a thousand or one and a bit.
    private char mark(Side side, ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Amount amount)) {
            return '.';
        }
        Optional<String> doubtful =
                column.samples().stream()
                        .filter(cell -> cell.matches(".*[.,][0-9]{3}\\D*"))
                        .findFirst();
        if (amount.isMarkProved() || doubtful.isEmpty()) {
            return amount.decimalMark();
        }
        String cell = doubtful.get();
        Question question =
                new Question(
                        side.word() + "." + column.name() + ".decimal",
                        Optional.of(side),
                        column.name(),
                        "Which mark stands before the decimals in '" + cell + "'?",
                        List.of(
                                new Question.Option(".", "the point", "nothing in the sample"),
                                new Question.Option(",", "the comma", "nothing in the sample")),
                        String.valueOf(amount.decimalMark()));
        return draft.ask(question).charAt(0);
    }

    private boolean isOpposite(Found left, Found right) {
        int same = 0;
        int opposite = 0;
        for (int pair = 0; pair < draft.pairs.count(); pair++) {
            long one = left.units()[draft.pairs.left()[pair]];
            long other = right.units()[draft.pairs.right()[pair]];
            if (isFilled(one) && isFilled(other)) {
                boolean alike = one > 0 == other > 0;
                same += alike ? 1 : 0;
                opposite += alike ? 0 : 1;
            }
        }
        boolean chosen = opposite > same && opposite >= PAIRS_MIN;
        if (opposite * 10 < same && !draft.answers.containsKey("amount.sign")) {
            return false;
        }
        if (same + opposite == 0) {
            return false;
        }
        String id = "amount.sign";
        Question question =
                new Question(
                        id,
                        Optional.empty(),
                        right.column().name(),
                        "Is a plus on the left a minus on the right?",
                        List.of(
                                option("same", "same signs", same, same + opposite),
                                option("opposite", "opposite signs", opposite, same + opposite)),
                        chosen ? "opposite" : "same");
        return draft.ask(question).equals("opposite");
    }

    private static Question.Option option(String value, String label, int of, int all) {
        return new Question.Option(
                value, label, String.format(Locale.ROOT, "%d of %d paired entries", of, all));
    }

    private double agreement(Found left, Found right, boolean opposite) {
        return draft.pairs.share(
                (a, b) -> left.units()[a] != Long.MIN_VALUE && right.units()[b] != Long.MIN_VALUE,
                (a, b) -> left.units()[a] == (opposite ? -right.units()[b] : right.units()[b]));
    }

    private static FieldSource source(Found found, boolean opposite) {
        String column = found.column().name();
        return found.debit()
                .<FieldSource>map(debit ->
                        new FieldSource.DebitCredit(debit.name(), column, found.mark(), opposite))
                .orElseGet(() -> new FieldSource.Amount(column, found.mark(), opposite));
    }
}
