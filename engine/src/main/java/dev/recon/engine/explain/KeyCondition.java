package dev.recon.engine.explain;

import dev.recon.engine.probable.NearTexts;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.math.BigDecimal;
import java.util.Optional;

/// A field of a pass's key: present on both sides, and equal.
final class KeyCondition {
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private KeyCondition() {}

    static Condition of(String field, EntryPair pair) {
        Column ours = pair.left().table().get(field);
        Column theirs = pair.right().table().get(field);
        if (!ours.isPresent(pair.left().row())) {
            return absent(pair.word(Side.LEFT), field);
        }
        if (!theirs.isPresent(pair.right().row())) {
            return absent(pair.word(Side.RIGHT), field);
        }
        if (ours.isSame(pair.left().row(), theirs, pair.right().row())) {
            return same(field, pair);
        }
        return switch (field) {
            case Table.AMOUNT -> amount(pair);
            case Table.DATE -> date(pair);
            case Table.CURRENCY ->
                    Condition.fails(
                            field,
                            "the currency differs: "
                                    + pair.left().money().currency()
                                    + " and "
                                    + pair.right().money().currency(),
                            new Mend.None());
            default -> text(field, pair, ours, theirs);
        };
    }

    private static Condition same(String field, EntryPair pair) {
        Condition holds = Condition.holds(field, "the same " + field + value(field, pair.left()));
        return switch (field) {
            case Table.AMOUNT -> pair.isMixed() ? holds : holds.by(pair.amountDistance(NOTHING));
            case Table.DATE -> holds.by(new Distance.Days(0, 0, Optional.empty()));
            default -> holds;
        };
    }

    private static Condition absent(String which, String field) {
        return Condition.fails(field, "the " + which + " has no " + field, new Mend.Any(field));
    }

    private static String value(String field, EntryFields entry) {
        return entry.find(field).map(value -> " " + value).orElse("");
    }

    private static Condition amount(EntryPair pair) {
        if (pair.isMixed()) {
            return NearConditions.ofTwoCurrencies(pair);
        }
        String apart = Wording.amount(pair.left(), pair.differenceUnits());
        return Condition.fails(
                        Table.AMOUNT,
                        "the amounts are " + apart + " apart, and must be equal",
                        new Mend.Amount(
                                new Tolerance.Absolute(new BigDecimal(apart)),
                                "amounts " + apart + " apart instead of equal ones"))
                .by(pair.amountDistance(NOTHING));
    }

    private static Condition date(EntryPair pair) {
        int days = pair.days();
        return Condition.fails(
                        Table.DATE,
                        "missed by "
                                + Wording.days(days)
                                + ": the "
                                + pair.word(Side.RIGHT)
                                + " date is "
                                + Wording.after(days)
                                + " the "
                                + pair.word(Side.LEFT)
                                + " one, and must be the same",
                        new Mend.Days(new DayWindow(Math.max(0, -days), Math.max(0, days)), days))
                .by(new Distance.Days(days, 0, Optional.empty()));
    }

    private static Condition text(String field, EntryPair pair, Column ours, Column theirs) {
        String one = normal(ours, pair.left(), field);
        String other = normal(theirs, pair.right(), field);
        NearTexts.Verdict verdict = NearTexts.of(one, other);
        boolean near = verdict.edits() > 0 && verdict.holds();
        String values =
                " (" + shown(field, pair.left()) + " and " + shown(field, pair.right()) + ")";
        Condition fails =
                Condition.fails(
                        field,
                        field
                                + " "
                                + (near ? FieldEvidence.differing(one, other) : "differs")
                                + values,
                        near ? new Mend.Similar(field) : new Mend.Any(field));
        return near ? fails.by(new Distance.Characters(verdict.edits(), 0)) : fails;
    }

    /// The text as passes compare it.
    static String normal(Column column, EntryFields entry, String field) {
        return column instanceof TextColumn text
                ? text.text(entry.row())
                : Edits.code(entry.find(field).orElse(""));
    }

    private static String shown(String field, EntryFields entry) {
        return entry.find(field).orElse("nothing");
    }
}
