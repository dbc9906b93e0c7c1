package dev.recon.engine.match;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every pass in its plainest form: lists all candidate pairs of a block and takes the best first.
final class PlainMatcher {
    private record Candidate(int left, int right, long amount, long days, long content) {}

    private static final Comparator<Candidate> RANK =
            Comparator.comparingLong(Candidate::amount)
                    .thenComparingLong(Candidate::days)
                    .thenComparingLong(Candidate::content)
                    .thenComparingInt(Candidate::left);

    private final Cascade.Inputs inputs;
    private final Pairs pairs;
    private final Pass pass;
    private final int label;
    private final int labelSuggested;
    private final Set<Decisions.Veto> vetoes;

    PlainMatcher(Cascade.Inputs inputs, Pairs pairs, int index) {
        this.inputs = inputs;
        this.pairs = pairs;
        this.pass = inputs.passes().get(index);
        this.label = pairs.add(new Label(index, Status.MATCHED, 1));
        boolean suggest = pass.ambiguous() == Ambiguity.SUGGEST;
        this.labelSuggested =
                pairs.add(
                        new Label(index, suggest ? Status.SUGGESTED : Status.MATCHED, (float) 0.5));
        this.vetoes = new HashSet<>(inputs.decisions().vetoes());
    }

    void run() {
        Map<Long, List<Integer>> lefts = blocks(Side.LEFT);
        Map<Long, List<Integer>> rights = blocks(Side.RIGHT);
        lefts.forEach((key, left) -> {
            List<Integer> right = rights.get(key);
            if (right != null) {
                solve(left, right);
            }
        });
    }

    private void solve(List<Integer> lefts, List<Integer> rights) {
        Map<Integer, Long> leftOrder = order(lefts, Side.LEFT);
        Map<Integer, Long> rightOrder = order(rights, Side.RIGHT);
        List<Candidate> candidates = new ArrayList<>();
        Map<Integer, Integer> leftCount = new HashMap<>();
        Map<Integer, Integer> rightCount = new HashMap<>();
        for (int left : lefts) {
            for (int right : rights) {
                if (isCandidate(left, right)) {
                    candidates.add(
                            new Candidate(
                                    left,
                                    right,
                                    Math.abs(units(Side.LEFT, left) - units(Side.RIGHT, right)),
                                    days(left, right),
                                    leftOrder.getOrDefault(left, 0L)
                                            + rightOrder.getOrDefault(right, 0L)));
                    leftCount.merge(left, 1, Integer::sum);
                    rightCount.merge(right, 1, Integer::sum);
                }
            }
        }
        candidates.sort(RANK);
        for (Candidate found : candidates) {
            boolean clear =
                    leftCount.getOrDefault(found.left, 0) == 1
                            && rightCount.getOrDefault(found.right, 0) == 1;
            if (pairs.isOpen(Side.LEFT, found.left)
                    && pairs.isOpen(Side.RIGHT, found.right)
                    && (clear || pass.ambiguous() != Ambiguity.LEAVE)) {
                pairs.take(found.left, found.right, clear ? label : labelSuggested);
            }
        }
        if (pass instanceof Pass.Exact && !candidates.isEmpty()) {
            markSurplus(lefts, Side.LEFT);
            markSurplus(rights, Side.RIGHT);
        }
    }

    private void markSurplus(List<Integer> rows, Side side) {
        for (int row : rows) {
            if (pairs.isOpen(side, row) && pass.ambiguous() != Ambiguity.LEAVE) {
                pairs.surplus(side).set(row);
            }
        }
    }

    private boolean isCandidate(int left, int right) {
        return switch (pass) {
                    case Pass.Exact _ -> true;
                    case Pass.Reference reference ->
                            isFound(reference, Side.LEFT, left, right)
                                    || isFound(reference, Side.RIGHT, right, left);
                    case Pass.Close close ->
                            isNear(close.amount(), left, right)
                                    && isInside(close.days(), left, right);
                }
                && !vetoes.contains(new Decisions.Veto(left, right));
    }

    private boolean isFound(Pass.Reference reference, Side side, int row, int otherRow) {
        Column column = inputs.table(side).find(reference.find()).orElse(null);
        TokenColumn tokens = inputs.table(side.other()).tokens().get(reference.in());
        if (!(column instanceof TextColumn text) || tokens == null) {
            return false;
        }
        for (int token = tokens.first(otherRow); token < tokens.end(otherRow); token++) {
            if (text.isSame(row, tokens.tokens(), token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(Tolerance tolerance, int left, int right) {
        long a = units(Side.LEFT, left);
        long b = units(Side.RIGHT, right);
        BigDecimal difference = BigDecimal.valueOf(a - b, inputs.left().decimals()).abs();
        return switch (tolerance) {
            case Tolerance.Any _ -> true;
            case Tolerance.Absolute(BigDecimal amount) -> difference.compareTo(amount) <= 0;
            case Tolerance.Percent(BigDecimal percent) ->
                    difference
                                    .movePointRight(2)
                                    .compareTo(
                                            percent.multiply(
                                                    BigDecimal.valueOf(
                                                            Math.max(Math.abs(a), Math.abs(b)),
                                                            inputs.left().decimals())))
                            <= 0;
        };
    }

    private boolean isInside(DayWindow window, int left, int right) {
        int a = inputs.left().dates().days()[left];
        int b = inputs.right().dates().days()[right];
        return a == DateColumn.ABSENT || b == DateColumn.ABSENT || window.holds(b - a);
    }

    private long days(int left, int right) {
        int a = inputs.left().dates().days()[left];
        int b = inputs.right().dates().days()[right];
        boolean unknown = a == DateColumn.ABSENT ^ b == DateColumn.ABSENT;
        return unknown ? Long.MAX_VALUE : Math.abs((long) a - b);
    }

    private long units(Side side, int row) {
        return inputs.table(side).amounts().units()[row];
    }

    private Map<Integer, Long> order(List<Integer> rows, Side side) {
        Map<Integer, Long> order = new HashMap<>();
        rows.stream()
                .sorted(Comparator.comparingLong(inputs.content(side)::hash))
                .forEach(row -> order.put(row, (long) order.size()));
        return order;
    }

    private Map<Long, List<Integer>> blocks(Side side) {
        Table table = inputs.table(side);
        Set<String> fields = new LinkedHashSet<>(pass.key());
        fields.add(Table.CURRENCY);
        List<Column> columns = fields.stream().map(table::get).toList();
        Map<Long, List<Integer>> blocks = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            if (pairs.isOpen(side, row) && columns.stream().allMatch(c -> c.isPresent(at))) {
                long hash = 0;
                for (Column column : columns) {
                    hash = Hash.pair(hash, column.hash(row));
                }
                blocks.computeIfAbsent(hash, _ -> new ArrayList<>()).add(row);
            }
        }
        return blocks;
    }
}
