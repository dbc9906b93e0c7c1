package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/// Counts and values of a comparison: by kind of change, by pass and by kind of break.
///
/// @param kinds every kind in order of precedence, also those without a line, and what stays as it
///   is: their values add up to those of the two runs
/// @param passes the changed lines by the passes that held them before and hold them after
/// @param breaks the changed lines by their breaks before and after
public record ChangeTotals(List<ChangeTally> kinds, List<Shift> passes, List<Shift> breaks) {
    private static final int MATCHED = 0;
    private static final int SUGGESTED = 1;
    private static final int OPEN = 2;
    private static final int SLOTS = 3;

    public ChangeTotals {
        kinds = List.copyOf(kinds);
        passes = List.copyOf(passes);
        breaks = List.copyOf(breaks);
    }

    /// The tally of one kind.
    public ChangeTally of(ChangeKind kind) {
        return kinds.get(kind.number());
    }

    /// The changed lines of both sides.
    public long changed() {
        return kinds.stream()
                .filter(tally -> tally.kind() != ChangeKind.UNCHANGED)
                .mapToLong(ChangeTally::lines)
                .sum();
    }

    /// Sums up: about 40 ns a line.
    public static ChangeTotals of(Changes changes) {
        ChangeKind[] kinds = ChangeKind.values();
        long[] left = lines(changes, Side.LEFT);
        long[] right = lines(changes, Side.RIGHT);
        Sums before = sums(changes, changes.before().outcome());
        Sums after = sums(changes, changes.after().outcome());
        List<ChangeTally> tallies = new ArrayList<>();
        for (ChangeKind kind : kinds) {
            tallies.add(
                    new ChangeTally(
                            kind,
                            left[kind.number()],
                            right[kind.number()],
                            placed(before, kind, changes.before().outcome()),
                            placed(after, kind, changes.after().outcome())));
        }
        return new ChangeTotals(tallies, Shifts.ofPasses(changes), Shifts.ofBreaks(changes));
    }

    private static long[] lines(Changes changes, Side side) {
        long[] lines = new long[ChangeKind.values().length];
        for (int line = 1; line <= changes.lines(side); line++) {
            lines[changes.kind(side, line).number()]++;
        }
        return lines;
    }

    private static ChangeTally.Placed placed(Sums sums, ChangeKind kind, Outcome outcome) {
        int first = kind.number() * SLOTS;
        int decimals = outcome.rules().decimals();
        return new ChangeTally.Placed(
                sums.tally(decimals, first + MATCHED).values(),
                sums.tally(decimals, first + SUGGESTED).values(),
                sums.tally(decimals, first + OPEN).values());
    }

    /// Where one run has the amounts, by kind of change.
    private static Sums sums(Changes changes, Outcome outcome) {
        Sums sums = new Sums(ChangeKind.values().length * SLOTS);
        Matching matching = outcome.matching();
        int[] slots =
                matching.labels().stream()
                        .mapToInt(of -> of.status() == Status.MATCHED ? MATCHED : SUGGESTED)
                        .toArray();
        for (Side side : Side.values()) {
            Table table = outcome.read(side).table();
            long[] units = table.amounts().units();
            short[] currencies = table.currencies().packed();
            for (int row = 0; row < table.rows(); row++) {
                int slot = matching.isOpen(side, row) ? OPEN : slots[matching.labelOf(side, row)];
                sums.add(first(changes, side, table, row) + slot, currencies[row], units[row]);
            }
            for (int row : matching.partlyOpen(side)) {
                int first = first(changes, side, table, row);
                long rest = units[row] - matching.allocated(side, row, units[row]);
                int slot = slots[matching.labelOf(side, row)];
                sums.moveRest(first + slot, first + OPEN, currencies[row], rest);
            }
        }
        return sums;
    }

    private static int first(Changes changes, Side side, Table table, int row) {
        return changes.kind(side, table.lines().line(row)).number() * SLOTS;
    }
}
