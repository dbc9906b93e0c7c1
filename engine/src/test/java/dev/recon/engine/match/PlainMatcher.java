package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The cascade as the documentation states it, in the most obvious way: every pair is looked at,
/// the best one is taken, and all is looked at again.
final class PlainMatcher {
    /// Two entries by their indices.
    ///
    /// @param isClear had neither entry another candidate?
    record Match(int left, int right, int pass, boolean isClear, boolean isSuggested) {}

    private List<TestEntry> left;
    private List<TestEntry> right;
    Rates rates = Rates.NONE;
    final Map<TestEntry, TestEntry> asTheyAre = new HashMap<>();
    private final Decisions decisions;
    private final List<String> textFields;
    private final TreeSet<Integer> openLeft = new TreeSet<>();
    private final TreeSet<Integer> openRight = new TreeSet<>();
    final List<Match> matches = new ArrayList<>();
    final TreeSet<Integer> surplusLeft = new TreeSet<>();
    final TreeSet<Integer> surplusRight = new TreeSet<>();

    /// @param textFields the text columns of the tables
    PlainMatcher(
            List<TestEntry> left,
            List<TestEntry> right,
            Decisions decisions,
            List<String> textFields) {
        this.left = left;
        this.right = right;
        this.decisions = decisions;
        this.textFields = textFields.stream().sorted().toList();
        for (int row = 0; row < left.size(); row++) {
            openLeft.add(row);
        }
        for (int row = 0; row < right.size(); row++) {
            openRight.add(row);
        }
        for (Decisions.Pin pin : decisions.pins()) {
            openLeft.removeAll(pin.left());
            openRight.removeAll(pin.right());
        }
    }

    void run(List<Pass> passes) {
        for (int index = 0; index < passes.size(); index++) {
            int number = index;
            switch (passes.get(index)) {
                case Pass.Reference pass -> runReference(pass, number);
                case Pass.Probable _ -> throw new IllegalArgumentException("it has no plain form");
                case Pass.Exact pass -> blocks(pass, (l, r) -> runExact(pass, number, l, r));
                case Pass.Close pass -> blocks(pass, (l, r) -> runClose(pass, number, l, r));
                case Pass.Fee pass -> runFee(pass, number);
                case Pass.Fx pass -> runFx(pass, number);
                case Pass.Group _, Pass.Batch _, Pass.Sum _, Pass.Contra _ ->
                        throw new IllegalArgumentException("see PlainGroups");
            }
        }
        surplusLeft.retainAll(openLeft);
        surplusRight.retainAll(openRight);
    }

    /// A fee pass is a close pass without any difference over the amounts that a schedule leaves.
    private void runFee(Pass.Fee pass, int number) {
        Pass.Close close = PlainFee.close(pass);
        List<TestEntry> leftAsItIs = left;
        List<TestEntry> rightAsItIs = right;
        for (Schedule schedule : pass.schedules()) {
            left =
                    pass.gross() == Side.LEFT
                            ? PlainFee.net(leftAsItIs, schedule, asTheyAre)
                            : leftAsItIs;
            right =
                    pass.gross() == Side.RIGHT
                            ? PlainFee.net(rightAsItIs, schedule, asTheyAre)
                            : rightAsItIs;
            blocks(close, (l, r) -> runClose(close, number, l, r));
        }
        left = leftAsItIs;
        right = rightAsItIs;
    }

    /// A pass across currencies is a close pass over what one side is worth, pair after pair.
    private void runFx(Pass.Fx pass, int number) {
        Pass.Close close = PlainFx.close(pass);
        List<TestEntry> leftAsItIs = left;
        List<TestEntry> rightAsItIs = right;
        boolean isLeft = rates.into() == Side.RIGHT;
        for (CurrencyPair pair : PlainFx.pairs(pass, rates)) {
            PlainFx plain = new PlainFx(rates, pair, asTheyAre);
            left = isLeft ? plain.converted(leftAsItIs) : leftAsItIs;
            right = isLeft ? rightAsItIs : plain.converted(rightAsItIs);
            blocks(close, (l, r) -> runClose(close, number, l, r));
        }
        left = leftAsItIs;
        right = rightAsItIs;
    }

    private interface BlockTask {
        void run(List<Integer> lefts, List<Integer> rights);
    }

    private void blocks(Pass pass, BlockTask task) {
        Map<String, List<Integer>> lefts = byKey(pass, left, openLeft);
        Map<String, List<Integer>> rights = byKey(pass, right, openRight);
        lefts.forEach((key, rows) -> {
            List<Integer> others = rights.get(key);
            if (others != null) {
                task.run(rows, others);
            }
        });
    }

    private void runExact(Pass.Exact pass, int number, List<Integer> lefts, List<Integer> rights) {
        List<PlainChoice> chosen = PlainChoice.greedy(candidates(pass, lefts, rights));
        boolean level =
                chosen.stream()
                        .allMatch(c -> c.amount() == 0 && (c.days() == 0 || c.days() == UNKNOWN));
        boolean clear =
                lefts.size() == rights.size()
                        && chosen.size() == lefts.size()
                        && (level || lefts.size() == 1);
        if (!clear && pass.ambiguous() == Ambiguity.LEAVE) {
            return;
        }
        chosen.forEach(c -> take(c, number, clear, pass.ambiguous()));
        if (chosen.size() == rights.size()) {
            lefts.stream().filter(openLeft::contains).forEach(surplusLeft::add);
        }
        if (chosen.size() == lefts.size()) {
            rights.stream().filter(openRight::contains).forEach(surplusRight::add);
        }
    }

    private void runClose(Pass.Close pass, int number, List<Integer> lefts, List<Integer> rights) {
        takeAll(pass, number, candidates(pass, lefts, rights));
    }

    private void runReference(Pass.Reference pass, int number) {
        List<PlainChoice> all = candidates(pass, List.copyOf(openLeft), List.copyOf(openRight));
        List<PlainChoice> unclear = all.stream().filter(c -> !PlainChoice.isClear(c, all)).toList();
        all.stream()
                .filter(c -> PlainChoice.isClear(c, all))
                .forEach(c -> take(c, number, true, pass.ambiguous()));
        if (pass.ambiguous() != Ambiguity.LEAVE) {
            List<Integer> involvedLeft =
                    unclear.stream().map(PlainChoice::left).distinct().toList();
            List<Integer> involvedRight =
                    unclear.stream().map(PlainChoice::right).distinct().toList();
            List<PlainChoice> chosen =
                    PlainChoice.greedy(ranked(unclear, involvedLeft, involvedRight, pass));
            chosen.forEach(c -> take(c, number, false, pass.ambiguous()));
            if (pass.key().contains("amount")) {
                unclear.forEach(
                        wanted -> chosen.forEach(taken -> markSurplus(pass, wanted, taken)));
            }
        }
    }

    /// Who was left over because a twin took what it wanted.
    private void markSurplus(Pass.Reference pass, PlainChoice wanted, PlainChoice taken) {
        TestEntry ours = left.get(wanted.left());
        if (wanted.right() == taken.right() && areTwins(pass, ours, left.get(taken.left()))) {
            surplusLeft.add(wanted.left());
        }
        TestEntry theirs = right.get(wanted.right());
        if (wanted.left() == taken.left() && areTwins(pass, theirs, right.get(taken.right()))) {
            surplusRight.add(wanted.right());
        }
    }

    private static boolean areTwins(Pass.Reference pass, TestEntry one, TestEntry other) {
        return one.day() == other.day()
                && Objects.equals(one.texts().get(pass.find()), other.texts().get(pass.find()));
    }

    private void takeAll(Pass pass, int number, List<PlainChoice> all) {
        for (PlainChoice found : inOrder(pass, PlainChoice.greedy(all), all)) {
            boolean clear = PlainChoice.isClear(found, all);
            if (clear || pass.ambiguous() != Ambiguity.LEAVE) {
                take(found, number, clear, pass.ambiguous());
            }
        }
    }

    private PlainOrder order() {
        return new PlainOrder(textFields, asTheyAre);
    }

    /// Of pairs of equal amounts, those that were not clear, in the order of time.
    private List<PlainChoice> inOrder(Pass pass, List<PlainChoice> chosen, List<PlainChoice> all) {
        boolean timed =
                pass instanceof Pass.Close close
                        && close.seconds().isPresent()
                        && close.similar().isEmpty()
                        && decisions.vetoes().isEmpty();
        if (!timed) {
            return chosen;
        }
        List<PlainChoice> settled = new ArrayList<>();
        Map<String, List<PlainChoice>> byAmounts = new LinkedHashMap<>();
        for (PlainChoice one : chosen) {
            String amounts = left.get(one.left()).units() + "/" + right.get(one.right()).units();
            if (PlainChoice.isClear(one, all)) {
                settled.add(one);
            } else {
                byAmounts.computeIfAbsent(amounts, _ -> new ArrayList<>()).add(one);
            }
        }
        for (List<PlainChoice> same : byAmounts.values()) {
            List<Integer> lefts =
                    order().sorted(left, same.stream().map(PlainChoice::left).toList(), pass);
            List<Integer> rights =
                    order().sorted(right, same.stream().map(PlainChoice::right).toList(), pass);
            for (int at = 0; at < lefts.size(); at++) {
                settled.add(new PlainChoice(lefts.get(at), rights.get(at), 0, 0, 0));
            }
        }
        return settled;
    }

    private void take(PlainChoice found, int pass, boolean clear, Ambiguity ambiguity) {
        openLeft.remove(found.left());
        openRight.remove(found.right());
        boolean suggested = !clear && ambiguity == Ambiguity.SUGGEST;
        matches.add(new Match(found.left(), found.right(), pass, clear, suggested));
    }

    private static final long UNKNOWN = Long.MAX_VALUE;

    private List<PlainChoice> candidates(Pass pass, List<Integer> lefts, List<Integer> rights) {
        List<PlainChoice> found = new ArrayList<>();
        for (int l : lefts) {
            for (int r : rights) {
                if (PlainCandidate.isCandidate(pass, left.get(l), right.get(r))
                        && !decisions.vetoes().contains(new Decisions.Veto(l, r))) {
                    found.add(new PlainChoice(l, r, 0, 0, 0));
                }
            }
        }
        return ranked(found, lefts, rights, pass);
    }

    private List<PlainChoice> ranked(
            List<PlainChoice> found, List<Integer> lefts, List<Integer> rights, Pass pass) {
        Map<Integer, Integer> leftOrder = order().places(left, lefts, pass);
        Map<Integer, Integer> rightOrder = order().places(right, rights, pass);
        return found.stream()
                .map(c -> {
                    TestEntry l = left.get(c.left());
                    TestEntry r = right.get(c.right());
                    long content =
                            (long) leftOrder.getOrDefault(c.left(), 0)
                                    + rightOrder.getOrDefault(c.right(), 0);
                    return new PlainChoice(
                            c.left(),
                            c.right(),
                            Math.abs(l.units() - r.units()),
                            days(PlainCandidate.day(pass, l), PlainCandidate.day(pass, r)),
                            content);
                })
                .toList();
    }

    private static long days(int from, int to) {
        if (from == DateColumn.ABSENT || to == DateColumn.ABSENT) {
            return from == to ? 0 : UNKNOWN;
        }
        return Math.abs(to - from);
    }

    private static Map<String, List<Integer>> byKey(
            Pass pass, List<TestEntry> entries, Set<Integer> open) {
        Map<String, List<Integer>> blocks = new LinkedHashMap<>();
        for (int row : open) {
            String key = PlainCandidate.key(pass, entries.get(row));
            if (!key.isEmpty()) {
                blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
            }
        }
        return blocks;
    }
}
