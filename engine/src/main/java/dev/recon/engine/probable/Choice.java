package dev.recon.engine.probable;

import java.util.Arrays;

/// Takes pairs one to one, the most probable first.
///
/// Ties go by the sum of the places of both entries: pairs with one sum never share an entry, so
/// nothing is left to arrival, and swapped sides give the mirror image.
final class Choice {
    /// No single match may be this many times as doubtful as all of them together.
    private static final double DOUBT_MAX = 10;

    private final Edges edges;
    private final Entries entries;
    private int[] lefts = new int[256];
    private int[] rights = new int[256];
    private float[] confidences = new float[256];
    private int count;

    private Choice(Edges edges, Entries entries) {
        this.edges = edges;
        this.entries = entries;
    }

    /// The matches; what is less probable than the floor stays open.
    static Chosen of(Model model, Edges edges, double[] posteriors, Bounds bounds) {
        Choice choice = new Choice(edges, model.entries());
        choice.take(posteriors, bounds.floor());
        return new Chosen(
                Arrays.copyOf(choice.lefts, choice.count),
                Arrays.copyOf(choice.rights, choice.count),
                Arrays.copyOf(choice.confidences, choice.count),
                choice.automatic(bounds.precision()),
                model);
    }

    private void take(double[] posteriors, double floor) {
        int[] leftOf = new int[edges.count()];
        long[] order = new long[edges.count()];
        int kept = 0;
        for (int left = 0; left + 1 < edges.starts().length; left++) {
            for (int edge = edges.starts()[left]; edge < edges.starts()[left + 1]; edge++) {
                leftOf[edge] = left;
                if (posteriors[edge] >= floor) {
                    int rank = Integer.MAX_VALUE - Float.floatToIntBits((float) posteriors[edge]);
                    order[kept++] = (long) rank << Integer.SIZE | edge;
                }
            }
        }
        Arrays.sort(order, 0, kept);
        boolean[] leftTaken = new boolean[entries.leftRows().length];
        boolean[] rightTaken = new boolean[entries.rightRows().length];
        for (int from = 0; from < kept; ) {
            int to = from + 1;
            while (to < kept && order[to] >>> Integer.SIZE == order[from] >>> Integer.SIZE) {
                to++;
            }
            settle(order, from, to, leftOf);
            for (; from < to; from++) {
                int edge = (int) order[from];
                int left = leftOf[edge];
                int right = edges.right()[edge];
                if (!leftTaken[left] && !rightTaken[right]) {
                    leftTaken[left] = true;
                    rightTaken[right] = true;
                    add(left, right, (float) posteriors[edge]);
                }
            }
        }
    }

    /// Orders the pairs of one probability by the sum of their places.
    private void settle(long[] order, int from, int to, int[] leftOf) {
        long[] sums = new long[to - from];
        int[] tied = new int[to - from];
        for (int at = 0; at < tied.length; at++) {
            tied[at] = (int) order[from + at];
            sums[at] = (long) leftOf[tied[at]] + edges.right()[tied[at]];
        }
        Order.sort(sums, tied);
        long rank = order[from] >>> Integer.SIZE << Integer.SIZE;
        for (int at = 0; at < tied.length; at++) {
            order[from + at] = rank | tied[at];
        }
    }

    private void add(int left, int right, float confidence) {
        if (count == lefts.length) {
            lefts = Arrays.copyOf(lefts, count * 2);
            rights = Arrays.copyOf(rights, count * 2);
            confidences = Arrays.copyOf(confidences, count * 2);
        }
        lefts[count] = entries.leftRows()[left];
        rights[count] = entries.rightRows()[right];
        confidences[count++] = confidence;
    }

    /// The longest beginning of which the wanted share is right, expected, and none is much more
    /// doubtful than that.
    private int automatic(double precision) {
        double expected = 0;
        int most = 0;
        for (int at = 0; at < count; at++) {
            expected += confidences[at];
            if (confidences[at] < 1 - DOUBT_MAX * (1 - precision)) {
                break;
            }
            most = expected >= precision * (at + 1) ? at + 1 : most;
        }
        return most;
    }
}
