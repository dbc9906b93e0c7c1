package dev.recon.engine.classify;

import dev.recon.engine.match.Matching;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;

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
            case MISSING_ON_LEFT -> "No pass found an entry on the left for it";
            case MISSING_ON_RIGHT -> "No pass found an entry on the right for it";
            case AMOUNT_DIFFERS, DATE_DIFFERS, FIELD_DIFFERS ->
                    inMatch(facts, facts.matching().matchOf(side, row));
        };
    }

    private static String inMatch(Facts facts, int match) {
        List<String> parts = new ArrayList<>();
        long difference = facts.differenceUnits(match);
        if (difference != 0) {
            parts.add(amount(facts, match, difference));
        }
        facts.findDateDiffering(match).ifPresent(found -> parts.add(date(facts, match, found)));
        for (String field : facts.findFieldsDiffering(match)) {
            parts.add(field + " is not the same");
        }
        return String.join("; ", parts) + " (" + madeBy(facts, match) + ")";
    }

    private static String amount(Facts facts, int match, long difference) {
        int row = facts.matching().firstRow(Side.LEFT, match);
        Money by =
                new Money(
                        facts.left().currency(row),
                        Math.absExact(difference),
                        facts.left().decimals());
        return "The left is " + by + (difference > 0 ? " more" : " less") + " than the right";
    }

    private static String date(Facts facts, int match, Comparison comparison) {
        int from = facts.left().dates().days()[facts.matching().firstRow(Side.LEFT, match)];
        int to = facts.right().dates().days()[facts.matching().firstRow(Side.RIGHT, match)];
        DayWindow window = comparison.days();
        String where = to >= from ? " days after" : " days before";
        return "The right date is "
                + Math.abs(to - from)
                + where
                + " the left one, allowed are "
                + bound(window.before())
                + " before to "
                + bound(window.after())
                + " after";
    }

    private static String bound(int days) {
        return days == DayWindow.UNBOUNDED ? "any number" : Integer.toString(days);
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
