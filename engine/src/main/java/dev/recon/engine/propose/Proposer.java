package dev.recon.engine.propose;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Inspection;
import dev.recon.engine.read.Layout;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Chooses field map, passes and tolerances for two files by their values.
///
/// The order: a key that ties single entries together, pairs of entries by that key, and by these
/// pairs everything else: signs, dates, agreeing columns, tolerances.
public final class Proposer {
    private static final int STRANGE_ROWS_MIN = 20;

    private final Draft draft;

    private Proposer(Draft draft) {
        this.draft = draft;
    }

    /// The proposal for two inspected files.
    ///
    /// @param answers what a person answered, by the id of the question
    /// @throws InputProblem when the files have nothing in common to match by, or both no entries
    public static Proposal propose(Inspection left, Inspection right, Map<String, String> answers) {
        int decimals = Math.max(SampleSide.decimals(left), SampleSide.decimals(right));
        SampleSide ours = new SampleSide(left, decimals);
        SampleSide theirs = new SampleSide(right, decimals);
        Draft draft = new Draft(ours, theirs, Map.copyOf(answers));
        Proposer proposer = new Proposer(draft);
        boolean hasEntries = ours.rows() > 0 && theirs.rows() > 0;
        if (ours.rows() + theirs.rows() == 0) {
            left.withEntries(); // throws: two headers alone are nothing to run
        }
        return (hasEntries ? proposer.byValues() : proposer.byNames())
                .orElseThrow(() -> new InputProblem(new NothingInCommon(draft).problem()));
    }

    private Optional<Proposal> byValues() {
        AmountFinder finder = new AmountFinder(draft);
        Ties ties = Ties.of(draft, finder);
        return byDues(ties).or(() -> by(ties, finder));
    }

    private Optional<Proposal> by(Ties ties, AmountFinder finder) {
        Optional<Key> key = ties.key();
        judgeBy(ties);
        if (ties.isLoose() && hasNoCommon(ties.amounts())) {
            Optional<Proposal> named = byNames();
            if (named.isPresent() || isStrange()) {
                return named;
            }
        }
        mapKey(key, ties.inText());
        Optional<AmountFinder.Choice> amounts = ties.amounts();
        if (draft.isKeyed && ties.sums().isEmpty()) {
            amounts =
                    amounts.map(finder::judged)
                            .filter(found -> !draft.isDecided || found.isUsual())
                            .or(() -> new TogetherFinder(draft).findCounted());
        }
        amounts.ifPresent(found -> {
            ties.sums().ifPresentOrElse(finder::map, () -> finder.map(found));
            new CurrencyFinder(draft).map();
        });
        Optional<TextSearch> numbers =
                amounts.flatMap(_ -> ties.inText())
                        .flatMap(by -> new CitedReferences(draft, by).mapNumbers());
        Optional<DayWindow> days =
                key.filter(Key::isDated).isPresent()
                        ? Optional.of(new DayWindow(0, 0))
                        : new DateFinder(draft, amounts.isPresent()).map();
        draft.batchBy.ifPresent(this::mapBatch);
        new TimeFinder(draft).map(ties);
        new SameTimes(draft).map();
        key.filter(Key::isReference).ifPresent(by -> new SearchedTexts(draft, by).map());
        PassPlan plan = new PassPlan(draft, new PassPlan.Searched(ties, numbers), days, mapOwn());
        LikelyPlan likely = LikelyPlan.mapped(draft, ties);
        List<Pass> passes = likely.with(plan.passes());
        List<Comparison> compare = likely.compared(plan.compare(), passes);
        return passes.isEmpty() || new FewAmounts(draft).areAll(ties)
                ? byNames()
                : Optional.of(proposal(Decimals.of(draft, amounts), passes, compare));
    }

    /// Pairs entries by what ties them together, to judge everything else by.
    private void judgeBy(Ties ties) {
        Optional<RowPairs> cited =
                ties.inText().flatMap(by -> new CitedReferences(draft, by).pairs());
        draft.pairs =
                ties.sums()
                        .map(Sums::pairs)
                        .or(() -> cited)
                        .or(() -> draft.repeated)
                        .orElseGet(() -> pairs(ties.key(), ties.amounts()));
        draft.batchBy = ties.batch().map(BatchFinder.Batch::by);
        draft.isKeyed = ties.key().isPresent() || (ties.sums().isEmpty() && cited.isPresent());
        draft.isDecided =
                draft.repeated.isEmpty() && ties.key().filter(Key::isReference).isPresent();
    }

    /// Maps what else paired entries have in common.
    private List<OwnFields.Own> mapOwn() {
        List<OwnFields.Own> own = draft.isDecided ? new OwnDates(draft).map() : new ArrayList<>();
        own.addAll(new OwnFields(draft, draft.isDecided).map());
        return new CodeTables(draft).map(new PrefixedCodes(draft).map(own));
    }

    /// What is due again and again, where nothing tells single entries apart.
    private Optional<Proposal> byDues(Ties ties) {
        boolean weak =
                draft.repeated.isEmpty()
                        && (ties.isLoose() || !new KeyFinder(draft.left, draft.right).tells(ties));
        Optional<AmountFinder.Choice> amounts =
                ties.sums().isEmpty() && weak ? ties.amounts() : Optional.empty();
        return amounts.flatMap(found -> new DuesFinder(draft, found).find())
                .map(found -> {
                    DuesPlan plan = DuesPlan.map(draft, found, amounts.orElseThrow());
                    List<Pass> passes = plan.passes();
                    List<Comparison> compare = new ArrayList<>(plan.compare());
                    compare.addAll(UnreadFields.of(draft).map());
                    return proposal(Decimals.of(draft, amounts), passes, compare);
                });
    }

    private Proposal proposal(int decimals, List<Pass> passes, List<Comparison> compare) {
        new OnlyAlike(draft).loosen(passes, compare);
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

    /// Have two whole files not one amount in common?
    private boolean hasNoCommon(Optional<AmountFinder.Choice> amounts) {
        return draft.isComplete()
                && amounts.isPresent()
                && !amounts.map(AmountFinder.Choice::hasCommon).orElse(false);
    }

    /// Have both files so many entries that this is no chance?
    private boolean isStrange() {
        return Math.min(draft.left.rows(), draft.right.rows()) >= STRANGE_ROWS_MIN;
    }

    /// What the names of columns say, where values say nothing.
    private Optional<Proposal> byNames() {
        NamedColumns columns = NamedColumns.of(draft.left, draft.right);
        return new Proposer(new Draft(columns.left(), columns.right(), draft.answers))
                .byNames(columns);
    }

    private Optional<Proposal> byNames(NamedColumns columns) {
        AmountFinder finder = new AmountFinder(draft);
        Optional<AmountFinder.Choice> amounts = columns.amounts(draft);
        Optional<Key> key = new NamedKey(columns, amounts).find();
        if (key.isEmpty() && !(columns.isOneSided() && amounts.isPresent())) {
            return Optional.empty();
        }
        mapKey(key, Optional.empty());
        amounts.ifPresent(found -> {
            finder.map(finder.asked(found));
            new CurrencyFinder(draft).map();
        });
        Optional<DayWindow> days =
                key.filter(Key::isDated).isPresent()
                        ? Optional.of(new DayWindow(0, 0))
                        : new DateFinder(draft, amounts.isPresent()).map();
        List<Comparison> own = new OwnFields(draft, false).mapNamed(columns);
        Ties ties = Ties.of(key, amounts);
        PassPlan plan =
                new PassPlan(draft, new PassPlan.Searched(ties, Optional.empty()), days, List.of());
        List<Comparison> compare = new ArrayList<>(plan.compare());
        compare.addAll(own);
        draft.fields.replaceAll(columns::told);
        return Optional.of(proposal(Decimals.of(draft, amounts), plan.passes(), compare));
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
                        by.hits() > 0
                                ? by.hits() + " values of the sample on both sides"
                                : part.told());
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

    /// What makes the batches, unless that is the date.
    private void mapBatch(BatchBy by) {
        for (ColumnProfile column : by.columns()) {
            String name = column.name();
            if (!SumPasses.isDate(draft.sources(by.of()).get(Table.DATE), name)) {
                mapOne(
                        by.of(),
                        OwnFields.free(draft, name),
                        new FieldSource.Text(name, NormalForm.EXACT),
                        "its sums are amounts of the other side");
            }
        }
    }

    private String keyField(Key key, Key.Part part) {
        if (part.isDate()) {
            return Table.DATE;
        }
        if (key.isReference() && part.equals(key.first()) && draft.repeated.isEmpty()) {
            return Table.REFERENCE;
        }
        boolean hinted =
                Role.TEXT.isHinted(part.left().name()) || Role.TEXT.isHinted(part.right().name());
        boolean text = hinted && !key.isReference();
        return text ? Table.TEXT : OwnFields.free(draft, part.name());
    }

    private void mapOne(Side side, String field, FieldSource source, String why) {
        draft.map(field, Draft.Mapped.one(side, source), OptionalDouble.empty(), why);
    }

    private Layout layout(Side side) {
        Inspection inspection = draft.sample(side).inspection();
        return new Layout(
                inspection.dialect(),
                draft.sources(side),
                inspection.absent(),
                inspection.totals(),
                Choices.NONE);
    }
}
