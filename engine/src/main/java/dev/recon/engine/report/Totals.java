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
                passTotals(outcome, left, right),
                kindTotals(outcome));
    }

    /// One pass over the entries: the slot of an entry is its label, the last slot is for open
    /// ones. About 8 ns an entry.
    private static Sums sums(Outcome outcome, Side side) {
        Matching matching = outcome.matching();
        Table table = outcome.read(side).table();
        int open = matching.labels().size();
        Sums sums = new Sums(open + 1);
        long[] units = table.amounts().units();
        short[] currencies = table.currencies().packed();
        for (int row = 0; row < units.length; row++) {
            int slot = open;
            if (!matching.isOpen(side, row)) {
                int partner = matching.partner(side, row);
                int left = side == Side.LEFT || partner < 0 ? row : partner;
                slot = partner < 0 ? 0 : matching.labelOf(left);
            }
            sums.add(slot, currencies[row], units[row]);
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

    private static List<PassTotals> passTotals(Outcome outcome, Sums left, Sums right) {
        List<PassTotals> totals = new ArrayList<>();
        List<Pass> passes = outcome.rules().passes();
        for (int index = 0; index < passes.size(); index++) {
            totals.add(passTotal(outcome, index, left, right));
        }
        PassTotals byHand = passTotal(outcome, BY_HAND, left, right);
        if (byHand.matched() > 0) {
            totals.add(byHand);
        }
        return totals;
    }

    private static PassTotals passTotal(Outcome outcome, int index, Sums left, Sums right) {
        List<Label> labels = outcome.matching().labels();
        int decimals = outcome.rules().decimals();
        int[] all = slots(labels, index, Status.values());
        boolean byHand = index == BY_HAND;
        long matched = byHand ? handMatches(outcome.matching()) : 0;
        for (int slot : slots(labels, index, Status.MATCHED)) {
            matched += byHand ? 0 : left.count(slot);
        }
        long suggested = 0;
        for (int slot : slots(labels, index, Status.SUGGESTED)) {
            suggested += left.count(slot);
        }
        return new PassTotals(
                byHand ? PassTotals.BY_HAND : outcome.rules().passes().get(index).name(),
                byHand ? "hand" : kind(outcome.rules().passes().get(index)),
                matched,
                suggested,
                left.tally(decimals, all),
                right.tally(decimals, all));
    }

    private static int[] slots(List<Label> labels, int pass, Status... some) {
        List<Status> statuses = List.of(some);
        return IntStream.range(0, labels.size())
                .filter(label -> labels.get(label).pass() == pass)
                .filter(label -> statuses.contains(labels.get(label).status()))
                .toArray();
    }

    /// Every match of a pass is a pair, so what is not a pair was made by hand.
    private static long handMatches(Matching matching) {
        long pairs = 0;
        for (int row = 0; row < matching.entries(Side.LEFT); row++) {
            pairs += matching.partner(Side.LEFT, row) >= 0 ? 1 : 0;
        }
        return matching.count() - pairs;
    }

    private static String kind(Pass pass) {
        return switch (pass) {
            case Pass.Exact _ -> "exact";
            case Pass.Reference _ -> "reference";
            case Pass.Close _ -> "close";
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
