package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.transform.Extraction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the currency of each side.
record CurrencyFinder(Draft draft) {
    private static final double FILLED_MIN = 0.95;
    private static final double SAME_MIN = 0.75;
    private static final Extraction CODE =
            Extraction.of("(?:^|[^A-Za-z])([A-Z]{3})(?:[^A-Za-z]|$)");

    /// Currencies by column, or by the column that the amount stands in; a side without one has the
    /// only currency of the other. None where a side has several, as what is bought and what is
    /// sold, and entries of one reference have other ones: they would not match.
    void map() {
        List<FieldSource> lefts = sources(Side.LEFT);
        List<FieldSource> rights = sources(Side.RIGHT);
        Optional<FieldSource> ours = lefts.stream().findFirst();
        Optional<FieldSource> theirs = rights.stream().findFirst();
        double most = 0;
        for (FieldSource left : lefts.size() * rights.size() > 1 ? lefts : List.<FieldSource>of()) {
            for (FieldSource right : rights) {
                double agreement = agreement(left, right).orElse(0);
                if (agreement > most) {
                    most = agreement;
                    ours = Optional.of(left);
                    theirs = Optional.of(right);
                }
            }
        }
        boolean isOfOther = draft.isDecided && lefts.size() * rights.size() > 1 && most < SAME_MIN;
        if (!isOfOther) {
            map(ours, theirs);
        }
    }

    private void map(Optional<FieldSource> ours, Optional<FieldSource> theirs) {
        if (ours.isPresent() && theirs.isPresent()) {
            draft.map(
                    Table.CURRENCY,
                    new Draft.Mapped(ours, theirs),
                    agreement(ours.get(), theirs.get()),
                    isSplit(ours.get()) || isSplit(theirs.get())
                            ? "the column that is filled says the currency"
                            : "currency codes on both sides");
        } else if (ours.isPresent() == theirs.isPresent()
                || !new OneSidedCurrency(draft).map(ours, theirs)) {
            only(Side.LEFT, ours)
                    .or(() -> only(Side.RIGHT, theirs))
                    .ifPresent(currency -> {
                        Optional<FieldSource> constant =
                                Optional.of(new FieldSource.CurrencyConstant(currency));
                        draft.map(
                                Table.CURRENCY,
                                new Draft.Mapped(
                                        ours.or(() -> constant), theirs.or(() -> constant)),
                                OptionalDouble.empty(),
                                "one side has only " + currency + ", the other does not say");
                    });
        }
    }

    /// What may say the currency: the columns whose names say so, else all that hold currencies.
    private List<FieldSource> sources(Side side) {
        if (draft.sources(side).get(Table.AMOUNT) instanceof FieldSource.SplitAmount split
                && split.saysCurrency()) {
            return List.of(new FieldSource.SplitCurrency(split));
        }
        SampleSide sample = draft.sample(side);
        List<ColumnProfile> columns =
                sample.columns().stream()
                        .filter(column -> column.type() instanceof ColumnType.Currency)
                        .toList();
        if (columns.isEmpty()) {
            return inAmounts(side).stream().toList();
        }
        boolean isNamed = columns.stream().anyMatch(CurrencyFinder::isNamed);
        return columns.stream()
                .filter(column -> !isNamed || isNamed(column))
                .flatMap(column ->
                        column.filled() >= sample.rows() * FILLED_MIN
                                ? Stream.of(new FieldSource.CurrencyColumn(column.name()))
                                : constant(column).stream())
                .toList();
    }

    /// The codes that nearly all cells of the amount have before or behind their number.
    private Optional<FieldSource> inAmounts(Side side) {
        FieldSource amount = draft.sources(side).get(Table.AMOUNT);
        if (amount == null
                || !(amount.understood() instanceof FieldSource.Amount(String column, _, _))) {
            return Optional.empty();
        }
        SampleSide sample = draft.sample(side);
        Optional<ColumnProfile> cells = sample.inspection().find(column);
        long coded =
                cells.stream()
                        .flatMap(of ->
                                IntStream.range(0, sample.rows())
                                        .mapToObj(row -> sample.cell(row, of)))
                        .filter(cell -> isCode(CODE.find(cell)))
                        .count();
        return coded < sample.rows() * FILLED_MIN
                ? Optional.empty()
                : Optional.of(MadeField.part(new FieldSource.CurrencyColumn(column), column, CODE));
    }

    private static boolean isCode(String code) {
        return !code.isEmpty() && Currency.of(code).isListed();
    }

    private static boolean isNamed(ColumnProfile column) {
        return Role.CURRENCY.isHinted(column.name());
    }

    /// A column that says the currency of some lines alone would reject the others.
    private static Optional<FieldSource> constant(ColumnProfile column) {
        return column.distinct() == 1
                ? Optional.of(
                        new FieldSource.CurrencyConstant(Currency.of(column.samples().getFirst())))
                : Optional.empty();
    }

    private static boolean isSplit(FieldSource source) {
        return source instanceof FieldSource.SplitCurrency;
    }

    private OptionalDouble agreement(FieldSource ours, FieldSource theirs) {
        String[] left = new RowCurrencies(draft).of(Side.LEFT, ours);
        String[] right = new RowCurrencies(draft).of(Side.RIGHT, theirs);
        double agreement = draft.pairs.share((_, _) -> true, (a, b) -> left[a].equals(right[b]));
        return agreement < 0 ? OptionalDouble.empty() : OptionalDouble.of(agreement);
    }

    /// The currency of a side that says one and no other.
    private Optional<Currency> only(Side side, Optional<FieldSource> source) {
        if (source.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes =
                Arrays.stream(new RowCurrencies(draft).of(side, source.get()))
                        .filter(code -> !code.isEmpty() && !code.equals(RowCurrencies.UNKNOWN))
                        .distinct()
                        .limit(2)
                        .toList();
        return codes.size() == 1 ? Optional.of(Currency.of(codes.getFirst())) : Optional.empty();
    }
}
