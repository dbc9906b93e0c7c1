package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The passes for a field map: the surest evidence first.
final class PassPlan {
    static final int HITS_MIN = 3;

    private static final double BLOCK_AGREEMENT_MIN = 0.98;
    private static final double COMPARE_AGREEMENT_MIN = 0.9;
    private static final int REFERENCE_LENGTH_MIN = 4;
    private static final int PERCENT_PAIRS_MIN = 50;
    private static final double PERCENT_REACH = 0.9;

    private final Draft draft;
    private final Optional<Key> key;
    private final Optional<DayWindow> days;
    private final List<OwnFields.Own> own;

    PassPlan(Draft draft, Optional<Key> key, Optional<DayWindow> days, List<OwnFields.Own> own) {
        this.draft = draft;
        this.key = key;
        this.days = days;
        this.own = own;
    }

    List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        boolean amounts = draft.isShared(Table.AMOUNT);
        Optional<String> keyField = keyField();
        keyField.ifPresent(field ->
                passes.add(
                        new Pass.Exact(
                                amounts ? field + "-and-amount" : "same-" + field,
                                key(List.of(field), amounts),
                                Ambiguity.BEST)));
        if (isSearched()) {
            passes.add(reference(Table.REFERENCE + "-in-text", key(List.of(), amounts)));
        }
        if (amounts) {
            keyField.ifPresent(field -> passes.add(otherAmount(field)));
            if (isSearched() && keyField.isEmpty()) {
                passes.add(
                        reference(
                                Table.REFERENCE + "-in-text-other-amount", key(List.of(), false)));
            }
            keyField.flatMap(field -> contra(field).find()).ifPresent(passes::add);
            passes.add(nearDate());
            new FeePlan(draft, key(blocks(), false), days).find().ifPresent(passes::add);
            SumPlan sums = new SumPlan(draft, key(blocks(), false), days, own);
            sums.find().ifPresent(passes::add);
        }
        return passes;
    }

    private ContraPlan contra(String field) {
        return new ContraPlan(draft, field, key(List.of(field), false));
    }

    List<Comparison> compare() {
        List<Comparison> compare = new ArrayList<>();
        days.ifPresent(window -> compare.add(new Comparison(Table.DATE, window)));
        if (draft.isShared(Table.REFERENCE)) {
            compare.add(new Comparison(Table.REFERENCE, DayWindow.ANY));
        }
        for (OwnFields.Own field : own) {
            if (field.agreement() >= COMPARE_AGREEMENT_MIN) {
                compare.add(new Comparison(field.field(), DayWindow.ANY));
            }
        }
        return compare;
    }

    /// The field that both sides share as a key, if they do.
    private Optional<String> keyField() {
        return key.map(found ->
                draft.leftFields.entrySet().stream()
                        .filter(entry ->
                                entry.getValue() instanceof FieldSource.Text(String column, _)
                                        && column.equals(found.left().name()))
                        .map(java.util.Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow());
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

    private Pass reference(String name, List<String> fields) {
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
        return new Pass.Reference(
                name,
                Table.REFERENCE,
                Table.TEXT,
                fields,
                Math.max(REFERENCE_LENGTH_MIN, Math.min(min, max)),
                Math.max(REFERENCE_LENGTH_MIN, max),
                Ambiguity.BEST);
    }

    /// The key agrees, the amount does not: a reference is trusted with any amount, a text only as
    /// far as paired entries differ.
    private Pass otherAmount(String field) {
        boolean reference = field.equals(Table.REFERENCE);
        return new Pass.Close(
                field + "-other-amount",
                key(List.of(field), false),
                reference ? new Tolerance.Any() : percent(),
                reference ? DayWindow.ANY : days.orElse(DayWindow.ANY),
                List.of(),
                Ambiguity.BEST);
    }

    /// The amount agrees and the date is near, within an account where there is one.
    private Pass nearDate() {
        List<String> similar =
                draft.isShared(Table.REFERENCE) ? List.of(Table.REFERENCE) : List.of();
        return new Pass.Close(
                "amount-near-date",
                key(blocks(), false),
                new Tolerance.Absolute(BigDecimal.ZERO),
                days.orElse(DayWindow.ANY),
                similar,
                Ambiguity.SUGGEST);
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

    private Tolerance percent() {
        FieldSource left = draft.leftFields.get(Table.AMOUNT);
        FieldSource right = draft.rightFields.get(Table.AMOUNT);
        if (!(left instanceof FieldSource.Amount ours)
                || !(right instanceof FieldSource.Amount theirs)
                || draft.pairs.count() < PERCENT_PAIRS_MIN) {
            return new Tolerance.Any();
        }
        long[] one = units(Side.LEFT, ours);
        long[] other = units(Side.RIGHT, theirs);
        double[] percents = new double[draft.pairs.count()];
        for (int pair = 0; pair < percents.length; pair++) {
            double a = Math.abs((double) one[draft.pairs.left()[pair]]);
            double b = Math.abs((double) other[draft.pairs.right()[pair]]);
            percents[pair] = a + b == 0 ? 0 : Math.abs(a - b) / Math.max(a, b) * 100;
        }
        Arrays.sort(percents);
        double reach = percents[(int) (percents.length * PERCENT_REACH)];
        return new Tolerance.Percent(BigDecimal.valueOf((long) Math.ceil(reach)));
    }

    private long[] units(Side side, FieldSource.Amount source) {
        return draft.sample(side)
                .amounts(
                        draft.sample(side).inspection().find(source.column()).orElseThrow(),
                        source.decimalMark());
    }
}
