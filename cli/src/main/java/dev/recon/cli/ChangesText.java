package dev.recon.cli;

import dev.recon.cli.Terminal.Style;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.compare.Place;
import dev.recon.engine.compare.Run;
import dev.recon.engine.money.Money;
import dev.recon.engine.report.ChangeTally;
import dev.recon.engine.report.ChangeTotals;
import dev.recon.engine.report.Shift;
import dev.recon.engine.report.Tally;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What another rule set changes, for a person at a terminal.
record ChangesText(Terminal terminal) {
    private static final int SHIFTS_SHOWN = 12;
    private static final int LINES_SHOWN = 3;
    private static final int PARTNERS_SHOWN = 3;

    void print(Changes changes, ChangeTotals totals) {
        headline(changes, totals);
        kinds(totals);
        shifts("pass", "no pass", totals.passes());
        shifts("break", "no break", totals.breaks());
        lines(changes);
    }

    private void headline(Changes changes, ChangeTotals totals) {
        long all = (long) changes.lines(Side.LEFT) + changes.lines(Side.RIGHT);
        String line =
                totals.changed() == 0
                        ? "the same result for all %s lines".formatted(Amounts.count(all))
                        : "%s of %s lines change (%s)"
                                .formatted(
                                        Amounts.count(totals.changed()),
                                        Amounts.count(all),
                                        Amounts.percent(totals.changed(), all));
        Style style = totals.changed() == 0 ? Style.GOOD : Style.BOLD;
        terminal.out().println(terminal.styled(style, line));
    }

    private void kinds(ChangeTotals totals) {
        Grid grid = new Grid("lrrl");
        for (ChangeTally tally : totals.kinds()) {
            if (tally.lines() > 0 && tally.kind() != ChangeKind.UNCHANGED) {
                grid.row(
                        tally.kind().word(),
                        Amounts.count(tally.left()) + " left",
                        Amounts.count(tally.right()) + " right",
                        placed(tally.before()) + " -> " + placed(tally.after()));
            }
        }
        new Section(terminal).print("change", grid);
    }

    /// Such as `matched EUR 12.00, open EUR 3.00`.
    private static String placed(ChangeTally.Placed placed) {
        List<String> parts = new ArrayList<>();
        addPart(parts, "matched", placed.matched());
        addPart(parts, "suggested", placed.suggested());
        addPart(parts, "open", placed.open());
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void addPart(List<String> parts, String word, List<Money> values) {
        if (!values.isEmpty()) {
            parts.add(word + " " + Amounts.sums(new Tally(0, values)));
        }
    }

    private void shifts(String name, String none, List<Shift> shifts) {
        Grid grid = new Grid("lrlll");
        for (Shift shift : shifts.subList(0, Math.min(SHIFTS_SHOWN, shifts.size()))) {
            List<Money> values =
                    shift.valuesAfter().isEmpty() ? shift.valuesBefore() : shift.valuesAfter();
            grid.row(
                    shift.kind().word(),
                    Amounts.count(shift.lines()),
                    shift.before().isEmpty() ? none : shift.before(),
                    "-> " + (shift.after().isEmpty() ? none : shift.after()),
                    Amounts.sums(new Tally(0, values)));
        }
        new Section(terminal).print(name, grid);
        int more = shifts.size() - SHIFTS_SHOWN;
        if (more > 0) {
            terminal.out().println("       and " + more + " more ways in comparison.json (--out)");
        }
    }

    /// The first lines of each kind.
    private void lines(Changes changes) {
        Grid grid = new Grid("llrll");
        for (ChangeKind kind : ChangeKind.values()) {
            if (kind == ChangeKind.UNCHANGED) {
                continue;
            }
            for (Side side : Side.values()) {
                for (int line : changes.first(kind, side, LINES_SHOWN)) {
                    Place before = changes.before().place(side, line);
                    Place after = changes.after().place(side, line);
                    grid.row(
                            kind.word(),
                            side.word() + ":" + line,
                            after.amount().or(before::amount).map(Amounts::money).orElse(""),
                            said(changes.before(), before),
                            "-> " + said(changes.after(), after));
                }
            }
        }
        new Section(terminal).print("first", grid);
    }

    /// Such as `matched with right:3 by reference, amount-differs`.
    private static String said(Run run, Place place) {
        String found = place.breakKind().map(BreakKind::word).map(of -> ", " + of).orElse("");
        if (place.match() == 0) {
            return place.word() + found;
        }
        String partners =
                place.partners().stream()
                        .limit(PARTNERS_SHOWN)
                        .map(Place.Partner::toString)
                        .collect(Collectors.joining(" "));
        int more = place.partners().size() + place.morePartners() - PARTNERS_SHOWN;
        return place.word()
                + " with "
                + partners
                + (more > 0 ? " and " + more + " more" : "")
                + " by "
                + run.passName(place)
                + found;
    }
}
