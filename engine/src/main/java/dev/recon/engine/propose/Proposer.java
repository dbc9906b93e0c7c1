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
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.TextSearch;
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
        Ties ties = Ties.of(draft, finder);
        Optional<Key> key = ties.key();
        draft.pairs = ties.sums().map(Sums::pairs).orElseGet(() -> pairs(key, ties.amounts()));
        if (ties.isLoose() && isStrange(ties.amounts())) {
            throw new InputProblem(nothingInCommon());
        }
        mapKey(key, ties.inText());
        Optional<AmountFinder.Choice> amounts = ties.amounts();
        if (key.isPresent() && ties.sums().isEmpty()) {
            amounts = amounts.map(finder::borneOut).map(finder::rounded);
        }
        amounts.ifPresent(found -> {
            ties.sums().ifPresentOrElse(finder::map, () -> finder.map(found));
            mapCurrency();
        });
        Optional<TextSearch> numbers =
                amounts.flatMap(_ -> ties.inText())
                        .flatMap(by -> new CitedReferences(draft, by).mapNumbers());
        ties.batch().ifPresent(this::mapBatch);
        Optional<DayWindow> days =
                key.filter(Key::isDated).isPresent()
                        ? Optional.of(new DayWindow(0, 0))
                        : new DateFinder(draft, amounts.isPresent()).map();
        key.filter(Key::isReference).ifPresent(by -> new SearchedTexts(draft, by).map());
        List<OwnFields.Own> own = new CodeTables(draft).map(new OwnFields(draft).map());
        PassPlan plan = new PassPlan(draft, new PassPlan.Searched(ties, numbers), days, own);
        LikelyPlan likely = new LikelyPlan(draft, key);
        likely.mapMore();
        List<Pass> passes = likely.with(plan.passes());
        if (passes.isEmpty()) {
            throw new InputProblem(nothingInCommon());
        }
        return proposal(amounts.map(this::decimals).orElse(DECIMALS_MIN), passes, plan.compare());
    }

    private Proposal proposal(int decimals, List<Pass> passes, List<Comparison> compare) {
        RuleSet rules =
                new RuleSet(
                        decimals,
                        draft.lookUps,
                        layout(Side.LEFT),
                        layout(Side.RIGHT),
                        Rates.NONE,
                        passes,
                        compare);
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
        return amounts.isPresent()
                && known
                && rows >= STRANGE_ROWS_MIN
                && !amounts.map(AmountFinder.Choice::hasCommon).orElse(false);
    }

    private RowPairs pairs(Optional<Key> key, Optional<AmountFinder.Choice> amounts) {
        if (key.isPresent()) {
            String[] ours = key.get().values(draft.left, Side.LEFT);
            String[] theirs = key.get().values(draft.right, Side.RIGHT);
            return RowPairs.byValue(ours, theirs);
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
            for (Key.Part part : by.parts()) {
                draft.map(
                        keyField(by, part),
                        Draft.Mapped.both(part.source(Side.LEFT), part.source(Side.RIGHT)),
                        OptionalDouble.empty(),
                        by.hits() + " values of the sample on both sides");
            }
        } else if (inText.isPresent()) {
            Key by = inText.get();
            Side side = by.inText().orElseThrow().other();
            mapOne(
                    side,
                    Table.REFERENCE,
                    new FieldSource.Text(by.first().column(side).name(), NormalForm.CODE),
                    "stands in texts of the other side");
            mapOne(
                    side.other(),
                    Table.TEXT,
                    new FieldSource.Text(by.first().column(side.other()).name(), NormalForm.WORDS),
                    by.hits() + " references of the other side in the sample");
        }
    }

    private void mapBatch(BatchFinder.Batch batch) {
        String column = batch.column().name();
        mapOne(
                batch.of(),
                OwnFields.free(draft, column),
                new FieldSource.Text(column, NormalForm.EXACT),
                "its sums are amounts of the other side");
    }

    private String keyField(Key key, Key.Part part) {
        if (part.isDate()) {
            return Table.DATE;
        }
        if (key.isReference() && part.equals(key.first())) {
            return Table.REFERENCE;
        }
        boolean hinted =
                Role.TEXT.isHinted(part.left().name()) || Role.TEXT.isHinted(part.right().name());
        boolean text = hinted && !key.isReference();
        return text ? Table.TEXT : OwnFields.free(draft, part.left().name());
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
        String files = draft.left.inspection().name() + " and " + draft.right.inspection().name();
        List<String> common = new CommonColumns(draft).find();
        return common.isEmpty()
                ? new Problem(
                        files,
                        "no column whose values stand on both sides (left: "
                                + String.join(", ", draft.left.inspection().header().columns())
                                + "; right: "
                                + String.join(", ", draft.right.inspection().header().columns())
                                + ")",
                        "a reference, an amount or a text that both files have",
                        "Check that the files belong together, or write a rule set that says which"
                                + " columns correspond.")
                : new Problem(
                        files,
                        "columns with the same values that tell no entries apart ("
                                + String.join(", ", common)
                                + ")",
                        "columns by which single entries belong together, or whose sums agree",
                        "Write a rule set that says what belongs together, such as a pass of the"
                                + " kind group by these columns.");
    }
}
