package dev.recon.engine.classify;

import dev.recon.engine.fee.FittedSchedule;
import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a break: what differs, by how much, and which rule says so.
record Reasons(Facts facts, Written written) {
    private static final int VALUE_LENGTH_MAX = 60;

    String of(BreakKind kind, Side side, int row) {
        return switch (kind) {
            case DUPLICATE ->
                    "Once more on the "
                            + side.word()
                            + " than on the "
                            + side.other().word()
                            + ": its twins with the same key are "
                            + twins();
            case PARTLY_OPEN -> partly(side, row);
            case MISSING_ON_LEFT ->
                    "No pass found an entry on the left for it"
                            + RateReasons.open(facts, side, row);
            case MISSING_ON_RIGHT ->
                    "No pass found an entry on the right for it"
                            + RateReasons.open(facts, side, row);
            case AMOUNT_DIFFERS, DATE_DIFFERS, FIELD_DIFFERS ->
                    inMatch(facts.matching().matchOf(side, row));
        };
    }

    /// What became of the twins of a surplus entry: exact passes leave one, and those that find
    /// references and compare amounts; an unclear choice is matched or suggested, as the pass says.
    private String twins() {
        List<Ambiguity> choices =
                facts.rules().passes().stream()
                        .filter(Reasons::knowsTwins)
                        .map(Pass::ambiguous)
                        .filter(choice -> choice != Ambiguity.LEAVE)
                        .toList();
        if (!choices.contains(Ambiguity.SUGGEST)) {
            return "matched";
        }
        return choices.contains(Ambiguity.BEST) ? "matched or suggested" : "suggested";
    }

    private static boolean knowsTwins(Pass pass) {
        return pass instanceof Pass.Exact
                || (pass instanceof Pass.Reference && pass.key().contains(Table.AMOUNT));
    }

    private String inMatch(int match) {
        List<String> parts = new ArrayList<>();
        Facts.Members members = facts.members(match);
        long difference = facts.differenceUnits(members);
        if (difference != 0) {
            parts.add(
                    amount(members, difference)
                            + RateReasons.inMatch(facts, members)
                            + fee(match, members));
        }
        addDate(members, parts);
        for (ComparedField field : facts.fields()) {
            addField(members, field, parts);
        }
        return String.join("; ", parts) + " (" + madeBy(match) + ")";
    }

    private String partly(Side side, int row) {
        Money rest =
                new Money(
                        facts.table(side).currency(row),
                        facts.openUnits(side, row),
                        facts.table(side).decimals());
        int match = facts.matching().matchOf(side, row);
        return "A part of it is matched, " + rest + " are open (" + madeBy(match) + ")";
    }

    private String amount(Facts.Members members, long difference) {
        boolean ofLeft = members.left().length > 0;
        Currency currency = facts.currency(members);
        int decimals = facts.left().decimals();
        if (!ofLeft || members.right().length == 0) {
            long sum = ofLeft ? difference : -difference;
            return "Its entries come to " + new Money(currency, sum, decimals) + ", not to 0";
        }
        if (facts.haveOppositeSigns(members)) {
            return "The right is the same amount as the left, with the other sign";
        }
        Money by = new Money(currency, Math.absExact(difference), decimals);
        return "The left is " + by + (difference > 0 ? " more" : " less") + " than the right";
    }

    /// Which schedule the difference follows, where it follows one.
    private String fee(int match, Facts.Members members) {
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
    private void addDate(Facts.Members members, List<String> parts) {
        Facts.Two two = facts.findFarDates(members);
        if (two != null) {
            int from = facts.left().dates().days()[two.leftRow()];
            int to = facts.right().dates().days()[two.rightRow()];
            parts.add(date(from, to, facts.days()));
        }
    }

    private static String date(int from, int to, DayWindow window) {
        if (from == DateColumn.ABSENT || to == DateColumn.ABSENT) {
            return "date is " + day(from) + " on the left, " + day(to) + " on the right";
        }
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

    private static String day(int day) {
        return day == DateColumn.ABSENT ? "empty" : LocalDate.ofEpochDay(day).toString();
    }

    private static String bound(int days) {
        return days == DayWindow.UNBOUNDED ? "any number" : Integer.toString(days);
    }

    /// Tells two values of a field that are not the same.
    private void addField(Facts.Members members, ComparedField field, List<String> parts) {
        Facts.Two two = facts.findOtherField(members, field);
        if (two != null) {
            String left = value(field, Side.LEFT, two.leftRow());
            String right = value(field, Side.RIGHT, two.rightRow());
            parts.add(
                    left.isEmpty() && right.isEmpty()
                            ? field.name() + " is not the same"
                            : field.name()
                                    + " is "
                                    + told(left)
                                    + " on the left, "
                                    + told(right)
                                    + " on the right");
        }
    }

    private static String told(String value) {
        return value.isEmpty() ? "empty" : value;
    }

    private String value(ComparedField field, Side side, int row) {
        return field.column(side) instanceof DateColumn(int[] days, _)
                ? day(days[row])
                : shortened(written.text(side, row, field.name()));
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= VALUE_LENGTH_MAX
                ? value
                : value.substring(0, value.offsetByCodePoints(0, VALUE_LENGTH_MAX)) + "…";
    }

    private String madeBy(int match) {
        Matching matching = facts.matching();
        int pass = matching.pass(match);
        return pass < 0
                ? "matched by hand"
                : matching.status(match).word()
                        + " by pass "
                        + facts.rules().passes().get(pass).name();
    }
}
