package dev.recon.server.match;

import dev.recon.server.run.Entry;
import dev.recon.server.run.Entry.FieldValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The fields that two entries have and that are not the same, in the order of the rule set.
///
/// @param left an entry of the left
/// @param right an entry of the right
public record Differences(Entry left, Entry right) {
    /// All of them.
    public List<FieldDifference> list() {
        return left.fields().stream().flatMap(field -> find(field).stream()).toList();
    }

    private Optional<FieldDifference> find(FieldValue field) {
        return right.fields().stream()
                .filter(one -> one.field().equals(field.field()))
                .findFirst()
                .filter(twin -> field.value() != null && twin.value() != null)
                .filter(twin -> !Objects.equals(field.value(), twin.value()))
                .map(twin -> difference(field, twin));
    }

    private FieldDifference difference(FieldValue field, FieldValue twin) {
        String ours = Objects.requireNonNull(field.value());
        String theirs = Objects.requireNonNull(twin.value());
        String text =
                switch (field.type().equals(twin.type()) ? field.type() : Entry.TEXT) {
                    case Entry.MONEY -> amount(ours, theirs);
                    case Entry.DATE -> date(LocalDate.parse(ours), LocalDate.parse(theirs));
                    default -> "differs";
                };
        return new FieldDifference(field.field(), ours, theirs, text);
    }

    private String amount(String ours, String theirs) {
        if (!left.amount().currency().equals(right.amount().currency())) {
            return "of two currencies";
        }
        BigDecimal apart = new BigDecimal(ours).subtract(new BigDecimal(theirs));
        return apart.signum() == 0
                ? "the same amount"
                : "the left is "
                        + apart.abs().toPlainString()
                        + (apart.signum() > 0 ? " more" : " less");
    }

    private static String date(LocalDate ours, LocalDate theirs) {
        long apart = ChronoUnit.DAYS.between(ours, theirs);
        long days = Math.abs(apart);
        return "the right is "
                + days
                + (days == 1 ? " day" : " days")
                + (apart > 0 ? " later" : " earlier");
    }
}
