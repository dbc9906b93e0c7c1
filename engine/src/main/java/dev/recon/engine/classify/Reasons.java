package dev.recon.engine.classify;

import dev.recon.engine.fee.FittedSchedule;
import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.CurrencyColumn;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.HashColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TimeColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a break: what differs, by how much, and which rule says so.
final class Reasons {
    private Reasons() {}

    static String of(Facts facts, BreakKind kind, Side side, int row) {
        return switch (kind) {
            case DUPLICATE ->
                    "Once more on the "
                            + side.word()
                            + " than on the "
                            + side.other().word()
                            + ": its twins with the same key are matched";
            case PARTLY_OPEN -> partly(facts, side, row);
            case MISSING_ON_LEFT ->
                    "No pass found an entry on the left for it"
                            + RateReasons.open(facts, side, row);
            case MISSING_ON_RIGHT ->
                    "No pass found an entry on the right for it"
                            + RateReasons.open(facts, side, row);
            case AMOUNT_DIFFERS, DATE_DIFFERS, FIELD_DIFFERS ->
                    inMatch(facts, facts.matching().matchOf(side, row));
        };
    }

    private static String inMatch(Facts facts, int match) {
        List<String> parts = new ArrayList<>();
        Facts.Members members = facts.members(match);
        long difference = facts.differenceUnits(members);
        if (difference != 0) {
            parts.add(
                    amount(facts, members, difference)
                            + RateReasons.inMatch(facts, members)
                            + fee(facts, match, members));
        }
        addDate(facts, members, parts);
        for (ComparedField field : facts.fields()) {
            addField(facts, members, field, parts);
        }
        return String.join("; ", parts) + " (" + madeBy(facts, match) + ")";
    }

    private static String partly(Facts facts, Side side, int row) {
        Money rest =
                new Money(
                        facts.table(side).currency(row),
                        facts.openUnits(side, row),
                        facts.table(side).decimals());
        int match = facts.matching().matchOf(side, row);
        return "A part of it is matched, " + rest + " are open (" + madeBy(facts, match) + ")";
    }

    private static String amount(Facts facts, Facts.Members members, long difference) {
        boolean ofLeft = members.left().length > 0;
        Currency currency = facts.currency(members);
        int decimals = facts.left().decimals();
        if (!ofLeft || members.right().length == 0) {
            long sum = ofLeft ? difference : -difference;
            return "Its entries come to " + new Money(currency, sum, decimals) + ", not to 0";
        }
        Money by = new Money(currency, Math.absExact(difference), decimals);
        return "The left is " + by + (difference > 0 ? " more" : " less") + " than the right";
    }

    /// Which schedule the difference follows, where it follows one.
    private static String fee(Facts facts, int match, Facts.Members members) {
        Optional<String> learnt =
                members.left().length == 1 && members.right().length == 1
                        ? facts.fees().find(members.left()[0], members.right()[0]).map(Reasons::fee)
                        : Optional.empty();
        return learnt.or(() -> BatchFees.of(facts, match, members))
                .map(fee -> ": " + fee)
                .orElse("");
    }

    private static String fee(FittedSchedule found) {
        String fits = "fits " + found.fits() + " of " + found.of();
        return switch (found.kind()) {
            case ROUNDING -> found.words() + " (" + fits + ")";
            case STATED, LEARNT -> {
                String of = found.field().isEmpty() ? "" : " of its " + found.field();
                yield "the fee of " + found.words() + of + " (" + fits + ")";
            }
        };
    }

    /// Tells two dates that are too far apart.
    private static void addDate(Facts facts, Facts.Members members, List<String> parts) {
        Facts.Two two = facts.findFarDates(members);
        if (two != null) {
            int from = facts.left().dates().days()[two.leftRow()];
            int to = facts.right().dates().days()[two.rightRow()];
            parts.add(date(from, to, facts.days()));
        }
    }

    private static String date(int from, int to, DayWindow window) {
        int days = Math.abs(window.days(from, to));
        String kind = window.isInBusinessDays() ? " business day" : " day";
        return "The right date is "
                + days
                + (days == 1 ? kind : kind + "s")
                + (to > from ? " after" : " before")
                + " the left one, allowed are "
                + bound(window.before())
                + " before to "
                + bound(window.after())
                + " after"
                + (window.isInBusinessDays() ? " by the calendar " + window.calendar() : "");
    }

    private static String bound(int days) {
        return days == DayWindow.UNBOUNDED ? "any number" : Integer.toString(days);
    }

    /// Tells two values of a field that are not the same.
    private static void addField(
            Facts facts, Facts.Members members, ComparedField field, List<String> parts) {
        Facts.Two two = facts.findOtherField(members, field);
        if (two != null) {
            parts.add(field.name() + values(field, two));
        }
    }

    /// The values where they are in memory; else a person sees them in the lines themselves.
    private static String values(ComparedField field, Facts.Two two) {
        Optional<String> left = value(field.column(Side.LEFT), two.leftRow());
        Optional<String> right = value(field.column(Side.RIGHT), two.rightRow());
        return left.isPresent() && right.isPresent()
                ? " is " + left.get() + " on the left, " + right.get() + " on the right"
                : " is not the same";
    }

    private static Optional<String> value(Column column, int row) {
        return switch (column) {
            case TextColumn text -> Optional.of(text.text(row));
            case DateColumn(int[] days, _) ->
                    Optional.of(LocalDate.ofEpochDay(days[row]).toString());
            case AmountColumn _, CurrencyColumn _, HashColumn _, TimeColumn _ -> Optional.empty();
        };
    }

    private static String madeBy(Facts facts, int match) {
        Matching matching = facts.matching();
        int pass = matching.pass(match);
        return pass < 0
                ? "matched by hand"
                : matching.status(match).word()
                        + " by pass "
                        + facts.rules().passes().get(pass).name();
    }
}
