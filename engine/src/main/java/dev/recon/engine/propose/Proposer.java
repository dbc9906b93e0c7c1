package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.Problem;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Chooses field map, passes and tolerances for two files by their values.
///
/// The order: a key that ties single entries together, pairs of entries by that key, and by these
/// pairs everything else: signs, dates, agreeing columns, tolerances.
public final class Proposer {
    private static final int DECIMALS_MIN = 2;
    private static final int STRANGE_ROWS_MIN = 20;

    private final Draft draft;

    private Proposer(Draft draft) {
        this.draft = draft;
    }

    /// The proposal for two inspected files.
    ///
    /// @param answers what a person answered, by the id of the question
    /// @throws InputProblem when the files have nothing in common to match by
    public static Proposal propose(Inspection left, Inspection right, Map<String, String> answers) {
        int decimals = Math.max(SampleSide.decimals(left), SampleSide.decimals(right));
        SampleSide ours = new SampleSide(left, decimals);
        SampleSide theirs = new SampleSide(right, decimals);
        return new Proposer(new Draft(ours, theirs, Map.copyOf(answers))).propose();
    }

    private Proposal propose() {
        AmountFinder finder = new AmountFinder(draft);
        Optional<AmountFinder.Choice> amounts = finder.find();
        KeyFinder keys = new KeyFinder(draft.left, draft.right);
        Optional<Key> key = keys.find();
        Optional<Key> inText = key.isPresent() ? Optional.empty() : keys.findInText();
        draft.pairs = pairs(key, amounts);
        if (key.isEmpty() && inText.isEmpty() && amounts.isPresent() && isStrange(amounts)) {
            throw new InputProblem(nothingInCommon());
        }
        mapKey(key, inText);
        if (amounts.isPresent()) {
            finder.map(amounts.get());
            mapCurrency();
        }
        Optional<DayWindow> days = new DateFinder(draft, amounts.isPresent()).map();
        mapSearchedText(keys, key);
        List<OwnFields.Own> own = new OwnFields(draft).map();
        int decimals = amounts.map(this::decimals).orElse(DECIMALS_MIN);
        PassPlan plan = new PassPlan(draft, key, days, own);
        LikelyPlan likely = new LikelyPlan(draft, key);
        likely.mapMore();
        RuleSet rules =
                new RuleSet(
                        decimals,
                        layout(Side.LEFT),
                        layout(Side.RIGHT),
                        likely.with(plan.passes()),
                        plan.compare());
        if (rules.passes().isEmpty()) {
            throw new InputProblem(nothingInCommon());
        }
        return new Proposal(
                rules,
                draft.left.inspection(),
                draft.right.inspection(),
                draft.fields,
                draft.questions,
                draft.pairs.count());
    }

    /// Have two whole files of some size not one amount in common?
    private boolean isStrange(Optional<AmountFinder.Choice> amounts) {
        boolean known =
                draft.left.inspection().isComplete() && draft.right.inspection().isComplete();
        int rows = Math.min(draft.left.rows(), draft.right.rows());
        return known
                && rows >= STRANGE_ROWS_MIN
                && !amounts.map(AmountFinder.Choice::hasCommon).orElse(false);
    }

    private RowPairs pairs(Optional<Key> key, Optional<AmountFinder.Choice> amounts) {
        if (key.isPresent()) {
            Key by = key.get();
            return RowPairs.byValue(
                    draft.left.values(by.left(), by.form()),
                    draft.right.values(by.right(), by.form()));
        }
        return amounts.map(choice ->
                        RowPairs.byValue(
                                magnitudes(choice.left().units()),
                                magnitudes(choice.right().units())))
                .orElse(RowPairs.NONE);
    }

    private static String[] magnitudes(long[] amounts) {
        return Arrays.stream(amounts)
                .mapToObj(units -> units == Long.MIN_VALUE ? "" : Long.toString(Math.abs(units)))
                .toArray(String[]::new);
    }

    private void mapKey(Optional<Key> key, Optional<Key> inText) {
        if (key.isPresent()) {
            Key by = key.get();
            String field = keyField(by);
            draft.map(
                    field,
                    Draft.Mapped.both(
                            new FieldSource.Text(by.left().name(), by.form()),
                            new FieldSource.Text(by.right().name(), by.form())),
                    OptionalDouble.empty(),
                    by.hits() + " values of the sample on both sides");
        } else if (inText.isPresent()) {
            Key by = inText.get();
            Side side = by.inText().orElseThrow().other();
            ColumnProfile reference = side == Side.LEFT ? by.left() : by.right();
            mapOne(
                    side,
                    Table.REFERENCE,
                    new FieldSource.Text(reference.name(), NormalForm.CODE),
                    "stands in texts of the other side");
            ColumnProfile text = side == Side.LEFT ? by.right() : by.left();
            mapOne(
                    side.other(),
                    Table.TEXT,
                    new FieldSource.Text(text.name(), NormalForm.WORDS),
                    by.hits() + " references of the other side in the sample");
        }
    }

    private String keyField(Key key) {
        if (key.form() == NormalForm.CODE) {
            return Table.REFERENCE;
        }
        boolean hinted =
                Role.TEXT.isHinted(key.left().name()) || Role.TEXT.isHinted(key.right().name());
        return hinted ? Table.TEXT : OwnFields.free(draft, key.left().name());
    }

    /// A text of one side in which references of the other stand, beside a common reference.
    private void mapSearchedText(KeyFinder keys, Optional<Key> key) {
        if (key.isEmpty() || key.get().form() != NormalForm.CODE) {
            return;
        }
        for (Side side : List.of(Side.RIGHT, Side.LEFT)) {
            ColumnProfile reference = side == Side.RIGHT ? key.get().left() : key.get().right();
            for (ColumnProfile column : draft.sample(side).columns()) {
                if (!(column.type() instanceof ColumnType.Text) || !draft.isFree(side, column)) {
                    continue;
                }
                int hits =
                        keys.hitsInText(
                                reference, draft.sample(side.other()), column, draft.sample(side));
                if (hits >= PassPlan.HITS_MIN && !draft.sources(side).containsKey(Table.TEXT)) {
                    mapOne(
                            side,
                            Table.TEXT,
                            new FieldSource.Text(column.name(), NormalForm.WORDS),
                            hits + " references of the other side in the sample");
                }
            }
        }
    }

    private void mapOne(Side side, String field, FieldSource source, String why) {
        draft.map(field, Draft.Mapped.one(side, source), OptionalDouble.empty(), why);
    }

    /// Currencies by column; a side without one has the only currency of the other.
    private void mapCurrency() {
        Optional<ColumnProfile> left = draft.left.find(ColumnType.Currency.class, Role.CURRENCY);
        Optional<ColumnProfile> right = draft.right.find(ColumnType.Currency.class, Role.CURRENCY);
        Optional<FieldSource> ours =
                left.map(column -> new FieldSource.CurrencyColumn(column.name()));
        Optional<FieldSource> theirs =
                right.map(column -> new FieldSource.CurrencyColumn(column.name()));
        if (ours.isPresent() && theirs.isPresent()) {
            ColumnProfile one = left.orElseThrow();
            ColumnProfile other = right.orElseThrow();
            double agreement =
                    draft.pairs.share(
                            (_, _) -> true,
                            (a, b) -> draft.left.words(a, one).equals(draft.right.words(b, other)));
            OptionalDouble measured =
                    agreement < 0 ? OptionalDouble.empty() : OptionalDouble.of(agreement);
            Draft.Mapped both = new Draft.Mapped(ours, theirs);
            draft.map(Table.CURRENCY, both, measured, "currency codes on both sides");
        } else if (ours.isPresent() || theirs.isPresent()) {
            ColumnProfile only = left.or(() -> right).orElseThrow();
            if (only.distinct() == 1) {
                Currency currency = Currency.of(only.samples().getFirst());
                Optional<FieldSource> constant =
                        Optional.of(new FieldSource.CurrencyConstant(currency));
                draft.map(
                        Table.CURRENCY,
                        new Draft.Mapped(ours.or(() -> constant), theirs.or(() -> constant)),
                        OptionalDouble.empty(),
                        "one side has only " + currency + ", the other does not say");
            }
        }
    }

    private int decimals(AmountFinder.Choice amounts) {
        int decimals = Math.max(amounts.left().decimals(), amounts.right().decimals());
        decimals = Math.max(decimals, DECIMALS_MIN);
        for (Side side : Side.values()) {
            OptionalInt most =
                    draft.sample(side).columns().stream()
                            .filter(column -> column.type() instanceof ColumnType.Currency)
                            .flatMap(column ->
                                    Arrays.stream(
                                            draft.sample(side).values(column, NormalForm.CODE)))
                            .distinct()
                            .filter(Proposer::isCurrency)
                            .mapToInt(code -> Currency.of(code).decimals())
                            .max();
            decimals = Math.max(decimals, most.orElse(0));
        }
        return Math.min(decimals, Money.DECIMALS_MAX);
    }

    private static boolean isCurrency(String code) {
        return code.length() == 3
                && Currency.pack(code.charAt(0), code.charAt(1), code.charAt(2)) != 0;
    }

    private Layout layout(Side side) {
        return new Layout(draft.sample(side).inspection().dialect(), draft.sources(side));
    }

    private Problem nothingInCommon() {
        return new Problem(
                draft.left.inspection().name() + " and " + draft.right.inspection().name(),
                "no column whose values stand on both sides (left: "
                        + String.join(", ", draft.left.inspection().header().columns())
                        + "; right: "
                        + String.join(", ", draft.right.inspection().header().columns())
                        + ")",
                "a reference, an amount or a text that both files have",
                "Check that the files belong together, or write a rule set that says which columns"
                        + " correspond.");
    }
}
