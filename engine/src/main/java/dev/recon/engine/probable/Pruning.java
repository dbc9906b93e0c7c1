package dev.recon.engine.probable;

import java.util.Arrays;

/// Leaves out pairs that cannot matter: improbable by themselves, and both entries have somebody
/// who is far better for them and for whom they are the best.
///
/// Of a million people each has twenty namesakes; without these pairs deciding jointly costs a
/// twentieth. What a pair that is left out could take from another is below 2^-10 of it. Three
/// sweeps over the pairs.
final class Pruning {
    private static final double IMPROBABLE = 1.0 / 16;
    private static final float SURE = 10;
    private static final float FAR = 10;

    private final Edges edges;
    private final float[] leftBest;
    private final float[] rightBest;
    private final boolean[] leftMutual;
    private final boolean[] rightMutual;

    private Pruning(Edges edges, int rights) {
        this.edges = edges;
        this.leftBest = new float[edges.starts().length - 1];
        this.rightBest = new float[rights];
        this.leftMutual = new boolean[leftBest.length];
        this.rightMutual = new boolean[rights];
        Arrays.fill(leftBest, Float.NEGATIVE_INFINITY);
        Arrays.fill(rightBest, Float.NEGATIVE_INFINITY);
    }

    static Edges of(Edges edges, int rights, double comparable) {
        Pruning pruning = new Pruning(edges, rights);
        pruning.findBest();
        return pruning.kept(pruning.odds(comparable));
    }

    private void findBest() {
        for (int left = 0; left < leftBest.length; left++) {
            for (int edge = edges.starts()[left]; edge < edges.starts()[left + 1]; edge++) {
                float score = edges.scores()[edge];
                int right = edges.right()[edge];
                leftBest[left] = Math.max(leftBest[left], score);
                rightBest[right] = Math.max(rightBest[right], score);
            }
        }
        for (int left = 0; left < leftBest.length; left++) {
            for (int edge = edges.starts()[left]; edge < edges.starts()[left + 1]; edge++) {
                float score = edges.scores()[edge];
                int right = edges.right()[edge];
                if (score == leftBest[left] && score == rightBest[right]) {
                    leftMutual[left] = true;
                    rightMutual[right] = true;
                }
            }
        }
    }

    /// About what the odds of a pair before its evidence will be (see [Joint]).
    private double odds(double comparable) {
        int sureLeft = 0;
        for (int left = 0; left < leftBest.length; left++) {
            sureLeft += leftMutual[left] && leftBest[left] >= SURE ? 1 : 0;
        }
        int sureRight = 0;
        for (int right = 0; right < rightBest.length; right++) {
            sureRight += rightMutual[right] && rightBest[right] >= SURE ? 1 : 0;
        }
        double sure = Math.min(sureLeft, sureRight);
        double free =
                Math.max(0.5, leftBest.length - sure) * Math.max(0.5, rightBest.length - sure);
        return sure / (free * comparable);
    }

    private Edges kept(double odds) {
        int[] starts = new int[edges.starts().length];
        int[] right = new int[edges.count()];
        float[] scores = new float[edges.count()];
        int count = 0;
        double scoreMax = Model.log2(IMPROBABLE / Math.max(Double.MIN_NORMAL, odds));
        for (int left = 0; left < leftBest.length; left++) {
            for (int edge = edges.starts()[left]; edge < edges.starts()[left + 1]; edge++) {
                if (edges.scores()[edge] > scoreMax || !isOvershadowed(left, edge)) {
                    right[count] = edges.right()[edge];
                    scores[count++] = edges.scores()[edge];
                }
            }
            starts[left + 1] = count;
        }
        return new Edges(starts, Arrays.copyOf(right, count), Arrays.copyOf(scores, count));
    }

    /// Has each of the two a far better partner, who has no better one either?
    private boolean isOvershadowed(int left, int edge) {
        int right = edges.right()[edge];
        float far = Math.max(edges.scores()[edge] + FAR, 2 * SURE);
        return leftMutual[left]
                && rightMutual[right]
                && leftBest[left] >= far
                && rightBest[right] >= far;
    }
}
