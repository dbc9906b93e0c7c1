package dev.recon.engine.propose;

import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.propose.BatchFinder.Batch;
import dev.recon.engine.propose.BatchFinder.Batches;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.rules.BatchFee;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Finds the batches of one side of which the other has what a fee leaves: the takings of a day,
/// and what the card company pays of them some days later.
///
/// Nothing names them, and no amount is the same, so that only one fee that fits to the cent bears
/// them out: for a good part of the batches, and far more often than what is a cent or a few more
/// or less.
record TakingsFinder(Draft draft) {
    private static final int DAYS_MAX = 10;

    /// So many batches tell; a file may have thousands.
    private static final int GROUPS_MAX = 1_000;

    private static final double LEFT_MIN = 0.8;
    private static final double SHARE_MIN = 0.4;
    private static final int BEYOND = 5;
    private static final int[] DECOYS = {-5, -4, -3, -2, 2, 3, 4, 5};
    private static final int CURRENCY_DECIMALS = 2;

    /// The rows of a batch and its day.
    private record Group(List<Integer> rows, int day) {}

    /// An amount that was paid, and its row on the other side.
    private record Paid(long units, int row) {}

    /// The batches of one side, and the amounts of both.
    private record Tried(BatchBy by, List<Group> groups, Found ours, Found theirs) {}

    /// That whose batches one fee explains most of, and the amounts.
    Optional<Batches> find() {
        return find(BatchBy::ones).or(() -> find(BatchBy::twos));
    }

    private Optional<Batches> find(BiFunction<Draft, Side, List<BatchBy>> candidates) {
        Optional<Batches> best = Optional.empty();
        for (Side of : Side.values()) {
            List<Found> ours = new AmountColumns(draft, of).find();
            List<Found> theirs = new AmountColumns(draft, of.other()).find();
            for (BatchBy by : candidates.apply(draft, of)) {
                for (List<Group> groups : groups(by)) {
                    for (Found one : ours) {
                        for (Found other : theirs) {
                            best = better(best, new Tried(by, groups, one, other));
                        }
                    }
                }
            }
        }
        return best;
    }

    private Optional<Batches> better(Optional<Batches> best, Tried tried) {
        int hits = best.map(found -> found.sums().pairs().count()).orElse(0);
        return paid(tried.by.of().other(), tried.theirs).stream()
                .map(paid -> judged(tried, paid))
                .flatMap(Optional::stream)
                .filter(found -> found.sums().pairs().count() > hits)
                .findFirst()
                .or(() -> best);
    }

    /// The batches, once for each way to read the dates of their side.
    private List<List<Group>> groups(BatchBy by) {
        boolean isCode =
                by.code().filter(column -> column.type() instanceof ColumnType.Code).isPresent();
        if (by.day().isEmpty() && !isCode) {
            return List.of();
        }
        SampleSide sample = draft.sample(by.of());
        Map<String, List<Integer>> rows = by.rows(draft);
        List<int[]> all =
                by.day()
                        .map(day -> List.of(sample.dates(day.column(), day.pattern())))
                        .orElseGet(() -> days(sample));
        return all.stream()
                .map(days -> groups(rows, days))
                .filter(groups -> groups.size() >= KeptFinder.FEES_MIN)
                .filter(groups -> by.columns().size() == 1 || areSeveral(groups))
                .toList();
    }

    private static List<Group> groups(Map<String, List<Integer>> rows, int[] days) {
        return rows.keySet().stream()
                .sorted(RowPairs.SCATTERED)
                .map(rows::get)
                .map(group -> new Group(group, latest(group, days)))
                .filter(group -> group.day != DatePattern.NOT_A_DATE)
                .limit(GROUPS_MAX)
                .toList();
    }

    /// Have most batches several entries? Else they are none.
    private static boolean areSeveral(List<Group> groups) {
        return groups.stream().filter(group -> group.rows.size() > 1).count() * 2 > groups.size();
    }

    private static int latest(List<Integer> rows, int[] days) {
        return rows.stream().mapToInt(row -> days[row]).max().orElse(DatePattern.NOT_A_DATE);
    }

    private static List<int[]> days(SampleSide sample) {
        return sample.find(ColumnType.Date.class, Role.DATE)
                .map(column -> days(sample, column))
                .orElse(List.of());
    }

    private static List<int[]> days(SampleSide sample, ColumnProfile column) {
        return PeriodPatterns.of(sample, column).stream()
                .map(pattern -> sample.dates(column, pattern))
                .toList();
    }

    /// What a side pays, by day, once for each way to read its dates.
    private List<NavigableMap<Integer, List<Paid>>> paid(Side side, Found amounts) {
        List<NavigableMap<Integer, List<Paid>>> all = new ArrayList<>();
        for (int[] days : days(draft.sample(side))) {
            NavigableMap<Integer, List<Paid>> paid = new TreeMap<>();
            for (int row = 0; row < days.length; row++) {
                long units = amounts.units()[row];
                if (AmountColumns.isFilled(units) && days[row] != DatePattern.NOT_A_DATE) {
                    paid.computeIfAbsent(days[row], _ -> new ArrayList<>())
                            .add(new Paid(Math.abs(units), row));
                }
            }
            all.add(paid);
        }
        return all;
    }

    private Optional<Batches> judged(Tried tried, NavigableMap<Integer, List<Paid>> paid) {
        List<List<Paid>> near =
                tried.groups.stream().map(group -> near(tried, group, paid)).toList();
        List<KeptFinder.Taking> takings = new ArrayList<>();
        for (int at = 0; at < near.size(); at++) {
            long[] others = near.get(at).stream().mapToLong(Paid::units).toArray();
            takings.add(new KeptFinder.Taking(units(tried, tried.groups.get(at)), others));
        }
        int scale = draft.left.scale();
        long step = (long) Math.pow(10, Math.max(0, scale - CURRENCY_DECIMALS));
        KeptFinder kept = new KeptFinder(takings, step, scale);
        return kept.find().flatMap(fee -> batches(tried, near, kept, fee));
    }

    private Optional<Batches> batches(
            Tried tried, List<List<Paid>> near, KeptFinder kept, BatchFee fee) {
        List<int[]> pairs = new ArrayList<>();
        int accidents = 0;
        int opposite = 0;
        for (int at = 0; at < near.size(); at++) {
            Group group = tried.groups.get(at);
            long net = kept.net(fee, kept.takings().get(at).units());
            Optional<Paid> found =
                    near.get(at).stream().filter(paid -> paid.units == net).findFirst();
            if (found.isPresent()) {
                pairs.add(new int[] {group.rows.getFirst(), found.get().row});
                boolean plus = sum(tried, group) > 0;
                opposite += plus == tried.theirs.units()[found.get().row] > 0 ? 0 : 1;
            }
            for (int decoy : DECOYS) {
                long other = net + decoy * kept.step();
                accidents += near.get(at).stream().anyMatch(paid -> paid.units == other) ? 1 : 0;
            }
        }
        boolean borneOut =
                pairs.size() >= Math.max(KeptFinder.FEES_MIN, near.size() * SHARE_MIN)
                        && pairs.size() * DECOYS.length > BEYOND * accidents;
        return borneOut
                ? Optional.of(batches(tried, pairs, fee, opposite * 2 > pairs.size()))
                : Optional.empty();
    }

    private Batches batches(Tried tried, List<int[]> pairs, BatchFee fee, boolean opposite) {
        boolean left = tried.by.of() == Side.LEFT;
        RowPairs found = RowPairs.of(pairs);
        return new Batches(
                new Batch(tried.by, Optional.of(fee)),
                new Sums(
                        left
                                ? new AmountFinder.Choice(tried.ours, tried.theirs)
                                : new AmountFinder.Choice(tried.theirs, tried.ours),
                        opposite,
                        (double) pairs.size() / tried.groups.size(),
                        left ? found : found.swapped(),
                        "sums of one "
                                + tried.by.told()
                                + " on the "
                                + tried.by.of().word()
                                + " less "
                                + fee.words(CURRENCY_DECIMALS)));
    }

    /// What may have been paid for a batch: a little less, on its day or some days later.
    private static List<Paid> near(
            Tried tried, Group group, NavigableMap<Integer, List<Paid>> paid) {
        long sum = Math.abs(sum(tried, group));
        return paid.subMap(group.day, true, group.day + DAYS_MAX, true).values().stream()
                .flatMap(List::stream)
                .filter(one -> one.units < sum && one.units >= sum * LEFT_MIN)
                .toList();
    }

    private static long sum(Tried tried, Group group) {
        return Arrays.stream(filled(tried, group)).sum();
    }

    /// The amounts of a batch, above zero where it comes to more than zero.
    private static long[] units(Tried tried, Group group) {
        long[] units = filled(tried, group);
        return Arrays.stream(units).sum() < 0 ? AmountColumns.negated(units) : units;
    }

    private static long[] filled(Tried tried, Group group) {
        long[] units = tried.ours.units();
        return group.rows.stream()
                .mapToLong(row -> units[row])
                .filter(AmountColumns::isFilled)
                .toArray();
    }
}
