package dev.recon.server.match;

import dev.recon.server.platform.Money;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Entry.FieldValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares two entries field by field, in the order of the rule set.
///
/// @param left an entry of the left
/// @param right an entry of the right
public record Comparing(Entry left, Entry right) {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String REFERENCE = "reference";
    private static final String PARTY = "party";
    private static final String TEXT = "text";

    /// The evidence of every field that both sides have, and of references inside texts.
    public List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>();
        if (left.find(AMOUNT).isEmpty() || right.find(AMOUNT).isEmpty()) {
            all.add(amount(left.amount(), right.amount()));
        }
        for (FieldValue field : left.fields()) {
            evidence(field).ifPresent(all::add);
        }
        inText(left, right, true).ifPresent(all::add);
        inText(right, left, false).ifPresent(all::add);
        return all;
    }

    /// About the score of two entries, by what lists show of them: cheap enough for hundreds.
    public static double roughly(Entry.Listed one, Entry.Listed other) {
        double score = amount(one.amount(), other.amount()).weight();
        if (one.date() != null && other.date() != null) {
            score += Weights.days(ChronoUnit.DAYS.between(one.date(), other.date()));
        }
        if (one.reference() != null && other.reference() != null) {
            score += Weights.reference(one.reference(), other.reference());
        }
        if (one.party() != null && other.party() != null) {
            score += Weights.words(one.party(), other.party());
        }
        return score;
    }

    /// The sum of the weights.
    public static double score(List<Evidence> evidence) {
        double sum = evidence.stream().mapToDouble(Evidence::weight).sum();
        return Math.round(sum * 10) / 10.0;
    }

    /// The fields that both sides have and that are not the same, disagreeing most first.
    public List<FieldDifference> differences() {
        return evidence().stream()
                .filter(one -> one.left() != null && one.right() != null)
                .filter(one -> !Objects.equals(one.left(), one.right()))
                .sorted(java.util.Comparator.comparingDouble(Evidence::weight))
                .map(one -> new FieldDifference(one.field(), one.left(), one.right(), one.text()))
                .toList();
    }

    private Optional<Evidence> evidence(FieldValue field) {
        Optional<FieldValue> twin =
                right.fields().stream()
                        .filter(one -> one.field().equals(field.field()))
                        .findFirst();
        if (twin.isEmpty() || field.value() == null || twin.get().value() == null) {
            return Optional.empty();
        }
        String ours = field.value();
        String theirs = Objects.requireNonNull(twin.get().value());
        return switch (field.type()) {
            case Entry.MONEY -> Optional.of(amount(left.amount(), right.amount()));
            case Entry.DATE -> Optional.of(date(field.field(), ours, theirs));
            default -> Optional.of(text(field.field(), ours, theirs));
        };
    }

    private static Evidence amount(Money ours, Money theirs) {
        BigDecimal one = new BigDecimal(ours.value());
        BigDecimal other = new BigDecimal(theirs.value());
        int scale = Math.max(one.scale(), other.scale());
        BigDecimal apart = one.subtract(other);
        String text =
                apart.signum() == 0
                        ? "the same amount"
                        : "the left is "
                                + apart.abs().toPlainString()
                                + (apart.signum() > 0 ? " more" : " less");
        double weight =
                Weights.amount(
                        one.movePointRight(scale).longValue(),
                        other.movePointRight(scale).longValue());
        return new Evidence(AMOUNT, ours.value(), theirs.value(), weight, text);
    }

    private static Evidence date(String field, String ours, String theirs) {
        long apart = ChronoUnit.DAYS.between(LocalDate.parse(ours), LocalDate.parse(theirs));
        String text =
                apart == 0
                        ? "the same day"
                        : "the right is "
                                + Math.abs(apart)
                                + (Math.abs(apart) == 1 ? " day" : " days")
                                + (apart > 0 ? " later" : " earlier");
        return new Evidence(field, ours, theirs, Weights.days(apart), text);
    }

    private static Evidence text(String field, String ours, String theirs) {
        double weight =
                switch (field) {
                    case REFERENCE -> Weights.reference(ours, theirs);
                    case PARTY, TEXT -> Weights.words(ours, theirs);
                    case CURRENCY -> ours.equals(theirs) ? 1 : -6;
                    default -> Weights.other(ours, theirs);
                };
        boolean same = Weights.code(ours).equals(Weights.code(theirs));
        return new Evidence(
                field, ours, theirs, weight, same ? "the same" : weight > 0 ? "alike" : "differs");
    }

    private static Optional<Evidence> inText(Entry one, Entry other, boolean oneIsLeft) {
        Optional<String> reference = one.find(REFERENCE);
        Optional<String> text = other.find(TEXT);
        if (reference.isEmpty() || text.isEmpty() || other.find(REFERENCE).isPresent()) {
            return Optional.empty();
        }
        double weight = Weights.inText(reference.get(), text.get());
        if (weight == 0) {
            return Optional.empty();
        }
        @Nullable String left = oneIsLeft ? reference.get() : text.get();
        @Nullable String right = oneIsLeft ? text.get() : reference.get();
        return Optional.of(
                new Evidence("reference in text", left, right, weight, "stands in the text"));
    }
}
