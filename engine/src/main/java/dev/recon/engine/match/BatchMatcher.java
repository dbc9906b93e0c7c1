package dev.recon.engine.match;

import dev.recon.engine.fee.BatchNet;
import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.AmountColumn;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.PickedRows;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Entries of one side that share a field come together to one entry of the other side, which need
/// not name it: the lines of a payout, the salaries of a month.
///
/// All open entries of the side that agree in `by`, in the key and in the currency are one batch,
/// of two entries or more. It counts as one entry with their sum, the latest of their dates and
/// their key; with these the pass is a [CloseMatcher], with its candidates, its rank, its clear
/// matches and its confidence by decoys. A veto on one of its entries is one on the batch. Where
/// the pass states a fee, what it leaves of the batch stands for the sum ([BatchNet]), and an entry
/// by itself is a batch, too.
///
/// Cost: one join of the open entries of the side with themselves, 4 bytes an entry and about 100 a
/// batch, then a close pass over the batches.
final class BatchMatcher {
    /// Stands where the partner of a row would, when the row takes no part.
    private static final int APART = Integer.MIN_VALUE;

    private final Stage stage;
    private final Pass.Batch pass;
    private final Side of;
    private final Table table;
    private final List<int[]> batches;

    private BatchMatcher(Stage stage, Pass.Batch pass) {
        this.stage = stage;
        this.pass = pass;
        this.of = pass.of();
        this.table = stage.table(of);
        this.batches = batches();
    }

    static void run(Stage stage, Pass.Batch pass) {
        int label = stage.addLabels();
        BatchMatcher matcher = new BatchMatcher(stage, pass);
        Stage batched = matcher.batched();
        Pass.Close close = Pass.Close.of(pass, pass.amount(), pass.days(), List.of());
        CloseMatcher.Found found =
                CloseMatcher.match(
                        BusinessDates.seen(batched, pass.days()), batched.join(), label, close);
        CloseMatcher.label(stage, label, found);
        matcher.take(batched.pairs());
    }

    /// Keeps the entries of each key that several have.
    private static final class Collector implements Join.Solver {
        private final List<int[]> batches = new ArrayList<>();
        private final boolean withSingles;

        /// @param withSingles is an entry by itself a batch?
        Collector(boolean withSingles) {
            this.withSingles = withSingles;
        }

        @Override
        public void pairs(RowPairs pairs) {
            for (int at = 0; withSingles && at < pairs.count; at++) {
                batches.add(new int[] {pairs.left[at]});
            }
        }

        @Override
        public void block(Block block) {
            batches.add(Arrays.copyOf(block.rows(of()), block.count(of())));
        }

        /// Both sides of the join are the same entries.
        private static Side of() {
            return Side.LEFT;
        }
    }

    /// The rows of each batch, in the order of their first rows.
    private List<int[]> batches() {
        List<Column> columns = new ArrayList<>(stage.keyColumns(of));
        pass.by().forEach(field -> columns.add(table.get(field)));
        RowKeys keys = new RowKeys(columns, stage.pairs().partners(of));
        Join join = new Join(keys, keys, new RowEquality(columns, columns), stage.work());
        List<int[]> found = new ArrayList<>();
        join.solve(() -> new Collector(pass.fee().isPresent()))
                .forEach(part -> found.addAll(part.batches));
        found.removeIf(rows -> !isBounded(rows));
        found.sort((one, other) -> Integer.compare(one[0], other[0]));
        return found;
    }

    private boolean isBounded(int[] rows) {
        return total(rows).isBounded();
    }

    private Total total(int[] rows) {
        Total total = new Total();
        total.clear();
        for (int row : rows) {
            total.add(table.amounts().units()[row]);
        }
        return total;
    }

    /// The pass at work on batches instead of entries.
    private Stage batched() {
        Table seen = seen();
        int[] others = stage.pairs().partners(of.other());
        boolean left = of == Side.LEFT;
        Pairs pairs =
                new Pairs(
                        left ? batches.size() : others.length,
                        left ? others.length : batches.size(),
                        Decisions.NONE);
        for (int row = 0; row < others.length; row++) {
            pairs.partners(of.other())[row] = others[row] == 0 ? 0 : APART;
        }
        LineContent content = stage.inputs().content(of);
        LineContent sums = batch -> content(content, batches.get(batch));
        Cascade.Inputs inputs =
                new Cascade.Inputs(
                        left ? seen : stage.table(Side.LEFT),
                        left ? stage.table(Side.RIGHT) : seen,
                        stage.inputs().passes(),
                        Decisions.NONE,
                        left ? sums : stage.inputs().content(Side.LEFT),
                        left ? stage.inputs().content(Side.RIGHT) : sums);
        return new Stage(inputs, pairs, vetoes(pairs), stage.index(), stage.work());
    }

    /// The batches as a table, with the fields that all entries of a batch share: what else its
    /// first entry says would make the order of the lines matter.
    private Table seen() {
        Map<String, Column> shared = new HashMap<>(table.texts());
        shared.keySet().retainAll(pass.key());
        Table keyed =
                new Table(
                        table.decimals(),
                        table.amounts(),
                        table.currencies(),
                        table.dates(),
                        shared,
                        Map.of(),
                        table.lines());
        int[] firsts = batches.stream().mapToInt(rows -> rows[0]).toArray();
        long[] sums = batches.stream().mapToLong(this::sum).toArray();
        int[] latest = batches.stream().mapToInt(this::latest).toArray();
        return PickedRows.of(keyed, firsts)
                .withAmounts(new AmountColumn(sums))
                .withDates(new DateColumn(latest));
    }

    /// What the entries of a batch come to, less what is kept of them.
    private long sum(int[] rows) {
        Currency currency = table.currency(rows[0]);
        return pass.fee()
                .flatMap(fee -> BatchNet.find(fee, currency, table.decimals()))
                .map(net -> net.of(rows, table.amounts().units()))
                .orElseGet(() -> total(rows).units());
    }

    private int latest(int[] rows) {
        int latest = DateColumn.ABSENT;
        for (int row : rows) {
            int day = table.dates().days()[row];
            boolean later = latest == DateColumn.ABSENT || day > latest;
            latest = day != DateColumn.ABSENT && later ? day : latest;
        }
        return latest;
    }

    /// What the lines of a batch say, in any order.
    private static long content(LineContent content, int[] rows) {
        long sum = 0;
        for (int row : rows) {
            sum += content.hash(row);
        }
        return sum;
    }

    private Vetoes vetoes(Pairs pairs) {
        Map<Integer, Integer> batchOf = new HashMap<>();
        if (!stage.vetoes().isEmpty()) {
            for (int batch = 0; batch < batches.size(); batch++) {
                for (int row : batches.get(batch)) {
                    batchOf.put(row, batch);
                }
            }
        }
        List<Decisions.Veto> vetoes = new ArrayList<>();
        for (Decisions.Veto veto : stage.inputs().decisions().vetoes()) {
            boolean left = of == Side.LEFT;
            Integer batch = batchOf.get(left ? veto.left() : veto.right());
            if (batch != null) {
                vetoes.add(
                        new Decisions.Veto(
                                left ? batch : veto.left(), left ? veto.right() : batch));
            }
        }
        return new Vetoes(
                vetoes, pairs.partners(Side.LEFT).length, pairs.partners(Side.RIGHT).length);
    }

    /// Takes what was found as groups of entries.
    private void take(Pairs found) {
        List<Label> labels = stage.pairs().labels();
        Groups taken = new Groups();
        for (int left = 0; left < found.rightOf.length; left++) {
            if (found.rightOf[left] <= 0) {
                continue;
            }
            int right = found.rightOf[left] - 1;
            int batch = of == Side.LEFT ? left : right;
            int label = found.labelOf.get(left);
            int[] rows = batches.get(batch);
            if (rows.length == 1) {
                stage.pairs()
                        .take(
                                of == Side.LEFT ? rows[0] : left,
                                of == Side.LEFT ? right : rows[0],
                                label);
                continue;
            }
            taken.add(of.other(), of == Side.LEFT ? right : left);
            for (int row : rows) {
                taken.add(of, row);
            }
            taken.close(label, labels.get(label).confidence());
        }
        stage.pairs().take(taken);
    }
}
