package dev.recon.engine.propose;

import dev.recon.engine.probable.NearTexts;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;

/// How often entries that do not belong together look like one entry whose reference was mistyped:
/// the same amount, near days, and a reference nearly the same, as numbers that are counted up
/// mostly are.
///
/// It is counted among entries that a reference pairs, each with the partners of the others. At
/// most a million pairs of amounts are compared, and the texts of those that agree.
///
/// @param key fields that must be equal
/// @param similar texts that must be nearly the same, where both have them; the reference first
record NearByChance(Draft draft, List<String> key, DayWindow days, List<String> similar) {
    private static final int PAIRS_MAX = 1_000;

    /// How many open entries of the other side may look like that of an entry by chance.
    private static final double OTHERS_MAX = 0.05;

    /// Would an open entry often find another one that is not its own? Entries without a reference
    /// may still be told by their amount and day; of files that were not looked at whole it is not
    /// known which entries are open.
    boolean isLikely() {
        Entries ours = entries(Side.LEFT);
        Entries theirs = entries(Side.RIGHT);
        int open = Math.max(ours.open, theirs.open);
        return draft.isComplete()
                && !ours.lacksReference
                && !theirs.lacksReference
                && open > 0
                && share(ours, theirs) * open > OTHERS_MAX;
    }

    /// The share of pairs of strangers that look like belonging together.
    private double share(Entries ours, Entries theirs) {
        RowPairs pairs = draft.pairs.first(PAIRS_MAX);
        long near = 0;
        for (int at = 0; at < pairs.count(); at++) {
            for (int other = 0; other < pairs.count(); other++) {
                int left = pairs.left()[at];
                int right = pairs.right()[other];
                boolean same =
                        at != other
                                && ours.units[left] == theirs.units[right]
                                && days.holds(ours.days[left], theirs.days[right])
                                && ours.keys[left].equals(theirs.keys[right]);
                near += same && areNear(ours.texts(left), theirs.texts(right)) ? 1 : 0;
            }
        }
        double strangers = (double) pairs.count() * (pairs.count() - 1);
        return near / Math.max(1, strangers);
    }

    /// Are texts that both sides have nearly the same, as the pass asks?
    private static boolean areNear(List<String> ours, List<String> theirs) {
        for (int at = 0; at < ours.size(); at++) {
            String one = ours.get(at);
            String other = theirs.get(at);
            boolean areBoth = !one.isEmpty() && !other.isEmpty();
            if (areBoth && !NearTexts.of(one, other).holds()) {
                return false;
            }
        }
        return true;
    }

    /// What the sampled entries of a side have.
    ///
    /// @param open how many entries of the whole file no other has the reference of
    /// @param lacksReference has an entry no reference?
    private record Entries(
            long[] units,
            int[] days,
            String[] keys,
            List<String[]> columns,
            int open,
            boolean lacksReference) {
        List<String> texts(int row) {
            return columns.stream().map(column -> column[row]).toList();
        }
    }

    private Entries entries(Side side) {
        SampleSide sample = draft.sample(side);
        FieldValues values = new FieldValues(draft, side);
        String[] keys = new String[sample.rows()];
        Arrays.fill(keys, "");
        for (String field : key) {
            String[] texts = values.texts(field);
            Arrays.setAll(keys, row -> keys[row] + texts[row] + "\n");
        }
        List<String[]> columns = similar.stream().map(values::texts).toList();
        double whole = (double) sample.inspection().records() / sample.rows();
        return new Entries(
                draft.units(side),
                values.days(),
                keys,
                columns,
                (int) Math.round((sample.rows() - draft.pairs.count()) * whole),
                Arrays.asList(columns.getFirst()).contains(""));
    }
}
