package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The passes for a field map: the surest evidence first.
final class PassPlan {
    static final int HITS_MIN = 3;

    private static final double BLOCK_AGREEMENT_MIN = 0.98;
    private static final int NAME_MAX = 40;
    private static final int REFERENCE_LENGTH_MIN = 4;

    private final Draft draft;
    private final Ties ties;
    private final Optional<TextSearch> numbers;
    private final Optional<Key> key;
    private final Optional<DayWindow> days;
    private final List<OwnFields.Own> own;

    /// What ties entries together.
    ///
    /// @param numbers the last digits of references, where texts cite them alone
    record Searched(Ties ties, Optional<TextSearch> numbers) {}

    PassPlan(Draft draft, Searched by, Optional<DayWindow> days, List<OwnFields.Own> own) {
        this.draft = draft;
        this.ties = by.ties();
        this.numbers = by.numbers();
        this.key = ties.key();
        this.days = days;
        this.own = own;
    }

    List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        boolean amounts = draft.isShared(Table.AMOUNT);
        SumPasses sums = new SumPasses(draft, key(List.of(), false), days);
        if (ties.isNamedGroup()) {
            return List.of(sums.named(search()), near().byDate());
        }
        ties.batch().map(sums::batch).ifPresent(passes::add);
        List<String> keyFields = keyFields();
        String named = named(keyFields);
        if (!keyFields.isEmpty()) {
            passes.add(
                    new Pass.Exact(
                            amounts ? named + "-and-amount" : "same-" + named,
                            key(keyFields, amounts),
                            Ambiguity.BEST));
        }
        if (isSearched()) {
            passes.add(reference("-in-text", key(List.of(), amounts), Ambiguity.BEST));
        }
        numbers.map(search -> sums.numbers(search, key(List.of(), true))).ifPresent(passes::addAll);
        if (amounts && draft.isGrouped) {
            passes.add(sums(keyFields, Unequal.SUGGEST));
        } else if (amounts && draft.repeated.isEmpty()) {
            addByAmount(passes, keyFields);
        }
        return passes;
    }

    /// What is found by amounts, where a key does not decide.
    private void addByAmount(List<Pass> passes, List<String> keyFields) {
        if (!keyFields.isEmpty()) {
            if (PartPayments.mayBe(draft, key.orElseThrow())) {
                passes.add(sums(keyFields, Unequal.LEAVE));
            }
            passes.add(otherAmount(keyFields));
        } else if (isSearched()) {
            passes.addAll(otherAmountInText());
        }
        if (keyFields.size() == 1) {
            contra(keyFields).find().ifPresent(passes::add);
        }
        if (keyFields.isEmpty() && !isSearched()) {
            var near = new NamePlan.Near(draft.seconds, days);
            new NamePlan(key(blocks(), false), near, own).find().ifPresent(passes::add);
        }
        if (keyFields.size() < 2) { // parts of a key are too alike to be typing errors
            addNear(passes);
        }
        if (keyFields.isEmpty() && !isSearched()) {
            new AlikePlan(draft, key(List.of(), false), days, own).find().ifPresent(passes::add);
        }
        new FeePlan(draft, key(blocks(), false), days).find().ifPresent(passes::add);
        SumPlan sums = new SumPlan(draft, key(blocks(), false), days, own);
        sums.find().ifPresent(passes::add);
    }

    /// The reference stands in the text, the amount is another one. Where texts name several
    /// references, or several texts the same, these belong together as a group.
    private List<Pass> otherAmountInText() {
        List<String> fields = key(List.of(), false);
        Ambiguity ambiguous = ties.namesSeveral() ? Ambiguity.LEAVE : Ambiguity.BEST;
        Pass other = reference("-in-text-other-amount", fields, ambiguous);
        return ties.namesSeveral()
                ? List.of(other, new SumPasses(draft, fields, days).named(search()))
                : List.of(other);
    }

    /// All entries of a key belong together, where their sums say so.
    ///
    /// @param unequal what becomes of those whose sums differ
    private Pass sums(List<String> keyFields, Unequal unequal) {
        return new Pass.Group(
                named(keyFields) + "-sums",
                key(keyFields, false),
                Tolerance.Absolute.EQUAL,
                DayWindow.ANY,
                unequal);
    }

    private ContraPlan contra(List<String> keyFields) {
        return new ContraPlan(draft, key.orElseThrow(), key(keyFields, false));
    }

    List<Comparison> compare() {
        List<Comparison> compare = new ArrayList<>();
        if (!draft.isGrouped && !ties.isNamedGroup()) {
            days.map(this::compared).ifPresent(window -> compare.add(dates(window)));
            draft.timedDays.ifPresent(_ -> compare.add(ComparePlan.TIMES));
        }
        if (draft.isShared(Table.REFERENCE)) {
            compare.add(new Comparison(Table.REFERENCE, DayWindow.ANY));
        }
        compare.addAll(new ComparePlan(draft, own).find());
        if (ties.sums().isEmpty() && !draft.isGrouped && draft.repeated.isEmpty()) {
            compare.addAll(UnreadFields.of(draft).map());
        }
        return compare;
    }

    private Comparison dates(DayWindow window) {
        boolean absentDiffers = draft.isKeyed && new ComparePlan(draft, own).areDatesSeldomAbsent();
        return new Comparison(Table.DATE, window, absentDiffers);
    }

    /// The days that are no difference: none where a key shows that dates are the same, and no more
    /// than usual where a reference shows what is usual.
    private DayWindow compared(DayWindow learnt) {
        if (draft.timedDays.isPresent()) {
            return draft.timedDays.get();
        }
        if (key.isPresent() && draft.isSameDay) {
            return new DayWindow(0, 0);
        }
        return draft.isDecided
                ? new DayWindow(
                        Math.min(learnt.before(), draft.usualDays.before()),
                        Math.min(learnt.after(), draft.usualDays.after()))
                : learnt;
    }

    static String named(List<String> keyFields) {
        String all = String.join("-", keyFields);
        return all.length() <= NAME_MAX ? all : "key";
    }

    /// The fields that both sides share as a key, if they do.
    private List<String> keyFields() {
        return key.stream().flatMap(found -> found.parts().stream()).map(this::field).toList();
    }

    private String field(Key.Part part) {
        if (part.isDate()) {
            return Table.DATE;
        }
        return draft.leftFields.entrySet().stream()
                .filter(entry ->
                        entry.getValue().understood() instanceof FieldSource.Text(String column, _)
                                && column.equals(part.left().name()))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private boolean isSearched() {
        return (draft.leftFields.containsKey(Table.REFERENCE)
                        && draft.rightFields.containsKey(Table.TEXT))
                || (draft.rightFields.containsKey(Table.REFERENCE)
                        && draft.leftFields.containsKey(Table.TEXT));
    }

    private List<String> key(List<String> first, boolean withAmount) {
        List<String> fields = new ArrayList<>(first);
        if (draft.isShared(Table.CURRENCY)) {
            fields.add(Table.CURRENCY);
        }
        if (withAmount) {
            fields.add(Table.AMOUNT);
        }
        return fields;
    }

    private Pass reference(String name, List<String> fields, Ambiguity ambiguous) {
        TextSearch search = search();
        return new Pass.Reference(
                Table.REFERENCE + name,
                search.find(),
                search.in(),
                fields,
                search.lengthMin(),
                search.lengthMax(),
                ambiguous);
    }

    private TextSearch search() {
        int min = Integer.MAX_VALUE;
        int max = 0;
        for (Side side : Side.values()) {
            if (draft.sources(side).get(Table.REFERENCE)
                    instanceof FieldSource.Text(String column, _)) {
                String[] values =
                        draft.sample(side)
                                .values(
                                        draft.sample(side).inspection().find(column).orElseThrow(),
                                        NormalForm.CODE);
                for (String value : values) {
                    min = value.isEmpty() ? min : Math.min(min, value.length());
                    max = Math.max(max, value.length());
                }
            }
        }
        return new TextSearch(
                Table.REFERENCE,
                Table.TEXT,
                Math.max(REFERENCE_LENGTH_MIN, Math.min(min, max)),
                Math.max(REFERENCE_LENGTH_MIN, max));
    }

    /// The key agrees, the amount does not: a reference is trusted with any amount, a text only as
    /// far as paired entries differ.
    private Pass otherAmount(List<String> keyFields) {
        boolean reference = key.orElseThrow().isReference();
        return new Pass.Close(
                named(keyFields) + "-other-amount",
                key(keyFields, false),
                reference ? new Tolerance.Any() : new AmountReach(draft).percent(),
                reference ? DayWindow.ANY : days.orElse(DayWindow.ANY),
                List.of(),
                Ambiguity.BEST);
    }

    /// The nearest in time goes first; where nearly all entries have one that near, another one of
    /// that day would be a coincidence.
    private void addNear(List<Pass> passes) {
        draft.seconds.map(near()::byTime).ifPresent(passes::add);
        if (!draft.isTimed) {
            near().find().ifPresent(passes::add);
        }
    }

    private NearPlan near() {
        return new NearPlan(draft, key(blocks(), false), days, own);
    }

    /// Codes such as an account, on which entries that belong together agree.
    private List<String> blocks() {
        return own.stream()
                .filter(field -> field.isCode() && field.agreement() >= BLOCK_AGREEMENT_MIN)
                .filter(field -> field.distinct() > 1)
                .map(OwnFields.Own::field)
                .limit(2)
                .toList();
    }
}
