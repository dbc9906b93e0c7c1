package dev.recon.engine.report;

import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.compare.ChangeKind;
import dev.recon.engine.compare.Changes;
import dev.recon.engine.compare.Run;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Counts changed lines by what they came from and went to: a slot for each way there is.
final class Shifts {
    private final Changes changes;
    private final Names before;
    private final Names after;

    /// What a run says of its lines: a name for each number, the first for nothing.
    private record Names(Run run, List<String> names, Numbers numbers) {
        int of(Side side, int line) {
            return numbers.of(run, side, line);
        }
    }

    private interface Numbers {
        int of(Run run, Side side, int line);
    }

    private Shifts(Changes changes, Names before, Names after) {
        this.changes = changes;
        this.before = before;
        this.after = after;
    }

    static List<Shift> ofPasses(Changes changes) {
        return new Shifts(changes, passes(changes.before()), passes(changes.after())).count();
    }

    /// None, by hand, then the passes in order.
    private static Names passes(Run run) {
        List<String> names =
                Stream.concat(
                                Stream.of("", PassTotals.BY_HAND),
                                run.outcome().rules().passes().stream().map(Pass::name))
                        .toList();
        return new Names(run, names, Run::passNumber);
    }

    static List<Shift> ofBreaks(Changes changes) {
        return new Shifts(changes, breaks(changes.before()), breaks(changes.after())).count();
    }

    private static Names breaks(Run run) {
        List<String> names =
                Stream.concat(Stream.of(""), Arrays.stream(BreakKind.values()).map(BreakKind::word))
                        .toList();
        return new Names(run, names, Run::breakNumber);
    }

    private int slots() {
        return ChangeKind.values().length * before.names().size() * after.names().size();
    }

    private int slot(ChangeKind kind, int from, int to) {
        return (kind.number() * before.names().size() + from) * after.names().size() + to;
    }

    private List<Shift> count() {
        long[] lines = new long[slots()];
        Sums was = new Sums(lines.length);
        Sums is = new Sums(lines.length);
        for (Side side : Side.values()) {
            for (int line = 1; line <= changes.lines(side); line++) {
                ChangeKind kind = changes.kind(side, line);
                if (kind != ChangeKind.UNCHANGED) {
                    int slot = slot(kind, before.of(side, line), after.of(side, line));
                    lines[slot]++;
                    add(was, slot, before.run().table(side), before.run().row(side, line));
                    add(is, slot, after.run().table(side), after.run().row(side, line));
                }
            }
        }
        return shifts(lines, was, is);
    }

    private static void add(Sums sums, int slot, Table table, int row) {
        if (row >= 0) {
            sums.add(slot, table.currencies().packed()[row], table.amounts().units()[row]);
        }
    }

    private List<Shift> shifts(long[] lines, Sums was, Sums is) {
        List<Shift> shifts = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            for (int from = 0; from < before.names().size(); from++) {
                for (int to = 0; to < after.names().size(); to++) {
                    int slot = slot(kind, from, to);
                    if (lines[slot] > 0) {
                        shifts.add(
                                new Shift(
                                        kind,
                                        before.names().get(from),
                                        after.names().get(to),
                                        lines[slot],
                                        values(was, before.run(), slot),
                                        values(is, after.run(), slot)));
                    }
                }
            }
        }
        return shifts;
    }

    private static List<Money> values(Sums sums, Run run, int slot) {
        return sums.tally(run.outcome().rules().decimals(), slot).values();
    }
}
