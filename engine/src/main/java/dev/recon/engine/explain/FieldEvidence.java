package dev.recon.engine.explain;

import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares two entries field by field, in the order of the rule set.
final class FieldEvidence {
    private static final String IN_TEXT = "reference in text";

    private FieldEvidence() {}

    /// The evidence of every field that both entries have, and of references inside texts.
    static List<Evidence> of(EntryPair pair) {
        List<Evidence> all = new ArrayList<>();
        EntryFields left = pair.left();
        if (!left.values().containsKey(Table.AMOUNT)) {
            amount(pair).ifPresent(all::add);
        }
        for (String field : left.values().keySet()) {
            evidence(pair, field).ifPresent(all::add);
        }
        inText(pair.left(), pair.right()).ifPresent(all::add);
        inText(pair.right(), pair.left()).ifPresent(all::add);
        return all;
    }

    private static Optional<Evidence> evidence(EntryPair pair, String field) {
        return switch (field) {
            case Table.AMOUNT -> amount(pair);
            case Table.DATE -> date(pair);
            default ->
                    pair.right()
                            .find(field)
                            .map(other -> text(field, pair.left().get(field), other));
        };
    }

    /// Entries without amounts have nothing to say about them.
    private static Optional<Evidence> amount(EntryPair pair) {
        if (!pair.left().values().containsKey(Table.AMOUNT)
                && !pair.right().values().containsKey(Table.AMOUNT)) {
            return Optional.empty();
        }
        long apart = pair.differenceUnits();
        String by = Wording.amount(pair.left(), apart);
        String text =
                apart == 0
                        ? "the same amount"
                        : "the left is " + by + (apart > 0 ? " more" : " less");
        return Optional.of(
                new Evidence(
                        Table.AMOUNT,
                        pair.left().money().value(),
                        pair.right().money().value(),
                        Weights.amount(pair.left().units(), pair.right().units()),
                        text));
    }

    private static Optional<Evidence> date(EntryPair pair) {
        if (!pair.hasDays()) {
            return Optional.empty();
        }
        long apart = pair.days();
        String text =
                apart == 0
                        ? "the same day"
                        : "the right is "
                                + Wording.days(apart)
                                + (apart > 0 ? " later" : " earlier");
        return Optional.of(
                new Evidence(
                        Table.DATE,
                        pair.left().find(Table.DATE).orElse(null),
                        pair.right().find(Table.DATE).orElse(null),
                        Weights.days(apart),
                        text));
    }

    private static Evidence text(String field, String ours, String theirs) {
        double weight =
                switch (field) {
                    case Table.REFERENCE -> Weights.reference(ours, theirs);
                    case Table.PARTY, Table.TEXT -> Weights.words(ours, theirs);
                    case Table.CURRENCY ->
                            ours.equals(theirs) ? Weights.CURRENCY_SAME : Weights.CURRENCY_OTHER;
                    default -> Weights.other(ours, theirs);
                };
        return new Evidence(field, ours, theirs, weight, words(ours, theirs, weight));
    }

    private static String words(String ours, String theirs, double weight) {
        String one = Weights.code(ours);
        String other = Weights.code(theirs);
        if (one.equals(other)) {
            return "the same";
        }
        return weight > 0 ? differing(one, other) : "differs";
    }

    /// `differs in 1 of 12 characters`.
    static String differing(String one, String other) {
        int edits = Edits.between(one, other);
        int longer = Math.min(Edits.CHARS_MAX, Math.max(one.length(), other.length()));
        return "differs in " + edits + " of " + longer + " characters";
    }

    private static Optional<Evidence> inText(EntryFields one, EntryFields other) {
        Optional<String> reference = one.find(Table.REFERENCE);
        Optional<String> text = other.find(Table.TEXT);
        if (reference.isEmpty() || text.isEmpty() || other.find(Table.REFERENCE).isPresent()) {
            return Optional.empty();
        }
        double weight = Weights.inText(reference.get(), text.get());
        if (weight == 0) {
            return Optional.empty();
        }
        boolean isLeft = one.side() == Side.LEFT;
        String left = isLeft ? reference.get() : text.get();
        String right = isLeft ? text.get() : reference.get();
        return Optional.of(new Evidence(IN_TEXT, left, right, weight, "stands in the text"));
    }
}
