package dev.recon.engine.explain;

import dev.recon.engine.rate.Exchange;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares two entries field by field, in the order of the rule set; what a field weighs is learnt
/// (see [Learnt]), what it says is in the words of a person.
///
/// @param pair the two entries
/// @param learnt what fields weigh
/// @param weights what the fields of these two weigh
record FieldEvidence(EntryPair pair, Learnt learnt, Map<String, Double> weights) {
    private static final String IN_TEXT = "reference in text";

    /// Shorter references stand in texts by chance.
    private static final int IN_TEXT_MIN = 4;

    /// From this share of equal characters on, two texts are alike.
    static final double NEAR = 0.7;

    /// One word alone is often that of all references, such as `INV`.
    private static final int SHARED_MIN = 2;

    /// The evidence of every field that both entries have, and of references inside texts.
    static List<Evidence> of(EntryPair pair, Learnt learnt) {
        return new FieldEvidence(pair, learnt, learnt.weights(pair)).all();
    }

    /// The evidence of a match: of its first pair, but of amounts what all entries add up to.
    static List<Evidence> of(
            List<EntryFields> left, List<EntryFields> right, Learnt learnt, Exchange exchange) {
        EntryPair pair = new EntryPair(left.getFirst(), right.getFirst(), exchange);
        List<Evidence> first = of(pair, learnt);
        return pair.isMixed() || (left.size() == 1 && right.size() == 1)
                ? first
                : first.stream()
                        .map(one ->
                                one.field().equals(Table.AMOUNT) ? sums(left, right, learnt) : one)
                        .toList();
    }

    private static Evidence sums(List<EntryFields> left, List<EntryFields> right, Learnt learnt) {
        long ours = Wording.sum(left);
        long theirs = Wording.sum(right);
        String rest = amount(left.getFirst(), Math.subtractExact(ours, theirs));
        return new Evidence(
                Table.AMOUNT,
                Wording.signedAmount(left.getFirst(), ours),
                Wording.signedAmount(left.getFirst(), theirs),
                learnt.amount(ours, theirs).orElse(0),
                "added up " + rest);
    }

    private List<Evidence> all() {
        List<Evidence> all = new ArrayList<>();
        if (!pair.left().values().containsKey(Table.AMOUNT)
                && pair.right().values().containsKey(Table.AMOUNT)) {
            find(Table.AMOUNT).ifPresent(all::add);
        }
        for (String field : pair.left().values().keySet()) {
            find(field).ifPresent(all::add);
        }
        inText(pair.left(), pair.right()).ifPresent(all::add);
        inText(pair.right(), pair.left()).ifPresent(all::add);
        return all;
    }

    private Optional<Evidence> find(String field) {
        if (field.equals(Table.CURRENCY)) {
            return pair.right().find(field).map(other -> currency(pair.left().get(field), other));
        }
        if (field.equals(Table.AMOUNT) && pair.isMixed() && !pair.exchange().isEmpty()) {
            return Optional.of(ofTwoCurrencies());
        }
        return Optional.ofNullable(weights.get(field))
                .map(weight ->
                        new Evidence(
                                field,
                                value(pair.left(), field),
                                value(pair.right(), field),
                                weight,
                                words(field)));
    }

    /// Amounts of two currencies speak by what the one is worth in the other, or not at all.
    private Evidence ofTwoCurrencies() {
        String ours = pair.left().money().toString();
        String theirs = pair.right().money().toString();
        return pair.findCounted()
                .map(counted ->
                        new Evidence(
                                Table.AMOUNT,
                                ours,
                                theirs,
                                learnt.amount(counted.left().units(), counted.right().units())
                                        .orElse(0),
                                pair.rateWords()
                                        + ": "
                                        + amount(counted.left(), counted.differenceUnits())))
                .orElseGet(() ->
                        new Evidence(Table.AMOUNT, ours, theirs, 0, "no rate to compare them"));
    }

    private static String value(EntryFields entry, String field) {
        return field.equals(Table.AMOUNT) ? entry.money().value() : entry.get(field);
    }

    private Evidence currency(String ours, String theirs) {
        boolean same = ours.equals(theirs);
        return new Evidence(
                Table.CURRENCY, ours, theirs, learnt.currency(same), same ? "the same" : "differs");
    }

    private String words(String field) {
        return switch (field) {
            case Table.AMOUNT -> amount(pair.left(), pair.differenceUnits());
            case Table.DATE -> date();
            case Table.TIME -> time();
            default -> text(field);
        };
    }

    private static String amount(EntryFields like, long apart) {
        String by = Wording.amount(like, apart);
        return apart == 0
                ? "the same amount"
                : "the left is " + by + (apart > 0 ? " more" : " less");
    }

    private String date() {
        long apart = pair.days();
        return apart == 0
                ? "the same day"
                : "the right is " + Wording.days(apart) + (apart > 0 ? " later" : " earlier");
    }

    private String time() {
        int from = Moments.at(pair.left().table(), pair.left().row());
        int to = Moments.at(pair.right().table(), pair.right().row());
        if (from == Moments.ABSENT || to == Moments.ABSENT) {
            return "without a date on both sides";
        }
        int apart = to - from;
        return apart == 0
                ? "the same second"
                : "the right is " + Wording.span(apart) + (apart > 0 ? " later" : " earlier");
    }

    private String text(String field) {
        if (pair.left().compared().isSame(field, pair.right().compared())) {
            return "the same";
        }
        String one = Edits.code(pair.left().get(field));
        String other = Edits.code(pair.right().get(field));
        return Edits.alike(one, other) >= NEAR
                ? differing(one, other)
                : shared(pair.left().get(field), pair.right().get(field));
    }

    /// `2 of 3 words the same`, counted on the side with fewer.
    private static String shared(String one, String other) {
        Set<String> ours = wordsOf(one);
        Set<String> theirs = wordsOf(other);
        int fewer = Math.min(ours.size(), theirs.size());
        ours.retainAll(theirs);
        return ours.size() < SHARED_MIN
                ? "differs"
                : ours.size() + " of " + fewer + " words the same";
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words =
                new HashSet<>(List.of(NormalText.of(NormalForm.WORDS, text).split(" ")));
        words.remove("");
        return words;
    }

    /// `differs in 1 of 12 characters`.
    static String differing(String one, String other) {
        int edits = Edits.between(one, other);
        return edits == 0
                ? "differs in spaces, signs or case"
                : "differs in " + edits + " of " + Edits.compared(one, other) + " characters";
    }

    private Optional<Evidence> inText(EntryFields one, EntryFields other) {
        Optional<String> reference = one.find(Table.REFERENCE);
        Optional<String> text = other.find(Table.TEXT);
        if (reference.isEmpty() || text.isEmpty() || other.find(Table.REFERENCE).isPresent()) {
            return Optional.empty();
        }
        String code = Edits.code(reference.get());
        if (code.length() < IN_TEXT_MIN || !Edits.code(text.get()).contains(code)) {
            return Optional.empty();
        }
        boolean isLeft = one.side() == Side.LEFT;
        return Optional.of(
                new Evidence(
                        IN_TEXT,
                        isLeft ? reference.get() : text.get(),
                        isLeft ? text.get() : reference.get(),
                        learnt.inText(other.side(), code),
                        "stands in the text"));
    }
}
