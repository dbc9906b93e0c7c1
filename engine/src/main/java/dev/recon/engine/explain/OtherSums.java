package dev.recon.engine.explain;

import dev.recon.engine.explain.SumSearch.Combination;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks for other entries that come to one, among those that a pass for sums may take: open, with
/// its key and sign, not larger, in the window of dates. Of many the nearest in date are tried.
///
/// @param own the entries that the match of the target holds; they may be parts again
record OtherSums(Scope scope, Pass.Sum pass, EntryFields target, Set<Integer> own) {
    private static final int CANDIDATES_MAX = 60;

    /// A sum that misses by more than this share of its target is none.
    private static final int NEAR_SHARE = 20;

    /// What comes to the target, or nearly.
    ///
    /// @param max how many are named
    SumSearch find(int max) {
        Side other = target.side().other();
        int[] rows = candidates(other);
        long[] units = scope.table(other).amounts().units();
        long[] amounts = Arrays.stream(rows).mapToLong(row -> Math.abs(units[row])).toArray();
        long wanted = Math.abs(target.units());
        NearSums sums = new NearSums(amounts, wanted, wanted / NEAR_SHARE, max + 1);
        List<Combination> nearest = new ArrayList<>();
        for (NearSums.Subset subset : sums.find(pass.entriesMax())) {
            List<Integer> parts = Arrays.stream(subset.places()).mapToObj(at -> rows[at]).toList();
            if (!own.equals(Set.copyOf(parts)) && nearest.size() < max) {
                nearest.add(combination(other, parts, subset.sum() - wanted));
            }
        }
        return new SumSearch(pass.name(), rows.length, sums.isWhole(), nearest);
    }

    private Combination combination(Side other, List<Integer> parts, long above) {
        long signed = target.units() < 0 ? -above : above;
        Money difference = new Money(target.money().currency(), signed, target.table().decimals());
        return new Combination(scope.fields(other, parts.stream().sorted().toList()), difference);
    }

    /// By amount without its sign, then by row.
    private int[] candidates(Side other) {
        Table theirs = scope.table(other);
        BestRows nearest = new BestRows(CANDIDATES_MAX);
        Set<String> fields = new LinkedHashSet<>(pass.key());
        fields.add(Table.CURRENCY);
        List<Column> ours = fields.stream().map(target.table()::get).toList();
        List<Column> facing = fields.stream().map(theirs::get).toList();
        for (int row = 0; row < theirs.rows(); row++) {
            if (isPart(theirs, row) && isSameKey(ours, facing, row)) {
                nearest.offer(row, -apart(theirs.dates().days()[row]), row);
            }
        }
        long[] units = theirs.amounts().units();
        return Arrays.stream(nearest.rows())
                .boxed()
                .sorted(
                        Comparator.comparingLong((Integer row) -> Math.abs(units[row]))
                                .thenComparingInt(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isPart(Table theirs, int row) {
        long units = theirs.amounts().units()[row];
        boolean fits =
                units != 0
                        && Long.signum(units) == Long.signum(target.units())
                        && Math.abs(units) <= Math.abs(target.units());
        return fits
                && isNear(theirs.dates().days()[row])
                && (own.contains(row) || scope.holder().isOpen(target.side().other(), row));
    }

    private boolean isNear(int day) {
        int mine = target.day();
        if (day == DateColumn.ABSENT || mine == DateColumn.ABSENT) {
            return true;
        }
        return target.side() == Side.LEFT
                ? pass.days().holds(mine, day)
                : pass.days().holds(day, mine);
    }

    private long apart(int day) {
        return day == DateColumn.ABSENT || target.day() == DateColumn.ABSENT
                ? Integer.MAX_VALUE
                : Math.abs((long) day - target.day());
    }

    private boolean isSameKey(List<Column> ours, List<Column> facing, int row) {
        for (int at = 0; at < ours.size(); at++) {
            boolean same =
                    ours.get(at).isPresent(target.row())
                            && facing.get(at).isPresent(row)
                            && ours.get(at).isSame(target.row(), facing.get(at), row);
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
