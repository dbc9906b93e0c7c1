package dev.recon.engine.report;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.BreakKind;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.match.Label;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Counts and values of a run: by side and status, by pass, and by kind of break.
///
/// @param passes in the order of the rule set; last, when there are any, the matches by hand
/// @param kinds all kinds in order of precedence, also those without a break
public record Totals(
        SideTotals left, SideTotals right, List<PassTotals> passes, List<KindTotals> kinds) {
    private static final int BY_HAND = -1;

    public Totals {
        passes = List.copyOf(passes);
        kinds = List.copyOf(kinds);
    }

    public SideTotals side(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The number of matches with a status.
    public long matches(Status status) {
        return passes.stream()
                .mapToLong(pass -> status == Status.MATCHED ? pass.matched() : pass.suggested())
                .sum();
    }

    /// The number of breaks.
    public long breaks() {
        return kinds.stream().mapToLong(kind -> kind.differences().count()).sum();
    }

    /// The entries of both sides.
    public long entries() {
        return left.all().count() + right.all().count();
    }

    /// The entries of both sides that no pass holds.
    public long open() {
        return left.open().count() + right.open().count();
    }

    /// Counts and sums of an outcome: about 20 ns an entry.
    public static Totals of(Outcome outcome) {
        Sums left = sums(outcome, Side.LEFT);
        Sums right = sums(outcome, Side.RIGHT);
        return new Totals(
                sideTotals(outcome, left, Side.LEFT),
                sideTotals(outcome, right, Side.RIGHT),
                passTotals(outcome, new Counts(left, right, matches(outcome.matching()))),
                kindTotals(outcome));
    }

    /// One pass over the entries: the slot of an entry is its label, the last slot is for open
    /// ones. What a match leaves of an entry is open, though the entry is counted as matched. About
    /// 8 ns an entry.
    private static Sums sums(Outcome outcome, Side side) {
        Matching matching = outcome.matching();
        Table table = outcome.read(side).table();
        int open = matching.labels().size();
        Sums sums = new Sums(open + 1);
        long[] units = table.amounts().units();
        short[] currencies = table.currencies().packed();
        for (int row = 0; row < table.rows(); row++) {
            int slot = matching.isOpen(side, row) ? open : matching.labelOf(side, row);
            sums.add(slot, currencies[row], units[row]);
        }
        for (int row : matching.partlyOpen(side)) {
            long rest = units[row] - matching.allocated(side, row, units[row]);
            sums.moveRest(matching.labelOf(side, row), open, currencies[row], rest);
        }
        return sums;
    }

    private static SideTotals sideTotals(Outcome outcome, Sums sums, Side side) {
        int decimals = outcome.rules().decimals();
        List<Label> labels = outcome.matching().labels();
        int[] every = IntStream.rangeClosed(0, labels.size()).toArray();
        return new SideTotals(
                sums.tally(decimals, every),
                sums.tally(decimals, slots(labels, Status.MATCHED)),
                sums.tally(decimals, slots(labels, Status.SUGGESTED)),
                sums.tally(decimals, labels.size()),
                outcome.read(side).rejected().size());
    }

    private static int[] slots(List<Label> labels, Status status) {
        return IntStream.range(0, labels.size())
                .filter(label -> labels.get(label).status() == status)
                .toArray();
    }

    /// What is counted by label: the entries of both sides, and the matches.
    private record Counts(Sums left, Sums right, long[] matches) {}

    private static List<PassTotals> passTotals(Outcome outcome, Counts counts) {
        List<PassTotals> totals = new ArrayList<>();
        List<Pass> passes = outcome.rules().passes();
        for (int index = 0; index < passes.size(); index++) {
            totals.add(passTotal(outcome, index, counts));
        }
        PassTotals byHand = passTotal(outcome, BY_HAND, counts);
        if (byHand.matched() > 0) {
            totals.add(byHand);
        }
        return totals;
    }

    private static PassTotals passTotal(Outcome outcome, int index, Counts counts) {
        List<Label> labels = outcome.matching().labels();
        int decimals = outcome.rules().decimals();
        int[] all = slots(labels, index, Status.values());
        boolean byHand = index == BY_HAND;
        return new PassTotals(
                byHand ? PassTotals.BY_HAND : outcome.rules().passes().get(index).name(),
                byHand ? "hand" : kind(outcome.rules().passes().get(index)),
                sum(counts.matches(), slots(labels, index, Status.MATCHED)),
                sum(counts.matches(), slots(labels, index, Status.SUGGESTED)),
                counts.left().tally(decimals, all),
                counts.right().tally(decimals, all),
                outcome.matching().stops(index));
    }

    private static long sum(long[] counts, int... slots) {
        return IntStream.of(slots).mapToLong(slot -> counts[slot]).sum();
    }

    private static int[] slots(List<Label> labels, int pass, Status... some) {
        List<Status> statuses = List.of(some);
        return IntStream.range(0, labels.size())
                .filter(label -> labels.get(label).pass() == pass)
                .filter(label -> statuses.contains(labels.get(label).status()))
                .toArray();
    }

    /// How many matches have each label.
    private static long[] matches(Matching matching) {
        long[] matches = new long[matching.labels().size()];
        for (int row = 0; row < matching.entries(Side.LEFT); row++) {
            if (matching.partner(Side.LEFT, row) >= 0 || isFirstOfGroup(matching, row)) {
                matches[matching.labelOf(Side.LEFT, row)]++;
            }
        }
        for (int match = matching.withLeft() + 1; match <= matching.count(); match++) {
            matches[matching.labelOf(Side.RIGHT, matching.firstRow(Side.RIGHT, match))]++;
        }
        return matches;
    }

    private static boolean isFirstOfGroup(Matching matching, int row) {
        return !matching.isOpen(Side.LEFT, row)
                && matching.firstRow(Side.LEFT, matching.matchOf(Side.LEFT, row)) == row;
    }

    private static String kind(Pass pass) {
        return switch (pass) {
            case Pass.Exact _ -> "exact";
            case Pass.Reference _ -> "reference";
            case Pass.Probable _ -> "probable";
            case Pass.Close _ -> "close";
            case Pass.Group _ -> "group";
            case Pass.Batch _ -> "batch";
            case Pass.Sum _ -> "sum";
            case Pass.Fee _ -> "fee";
            case Pass.Contra _ -> "contra";
            case Pass.Fx _ -> "fx";
        };
    }

    private static List<KindTotals> kindTotals(Outcome outcome) {
        Breaks breaks = outcome.breaks();
        List<BreakKind> kinds = List.of(BreakKind.values());
        Sums sums = new Sums(kinds.size());
        for (int number = 1; number <= breaks.count(); number++) {
            sums.add(
                    kinds.indexOf(breaks.kind(number)),
                    breaks.currency(number).packed(),
                    breaks.differenceUnits(number));
        }
        int decimals = outcome.rules().decimals();
        return IntStream.range(0, kinds.size())
                .mapToObj(slot -> new KindTotals(kinds.get(slot), sums.tally(decimals, slot)))
                .toList();
    }
}
