package dev.recon.engine.explain;

/// The best few of many rows, the best first: by score, then by content, then by row.
final class BestRows {
    private final int[] rows;
    private final long[] scores;
    private final long[] contents;
    private int count;

    BestRows(int max) {
        this.rows = new int[max];
        this.scores = new long[max];
        this.contents = new long[max];
    }

    /// A score below this has no place.
    long least() {
        return count < rows.length ? Long.MIN_VALUE : scores[count - 1];
    }

    void offer(int row, long score, long content) {
        if (count == rows.length && !isBehind(count - 1, score, content)) {
            return;
        }
        int at = count < rows.length ? count++ : count - 1;
        while (at > 0 && isBehind(at - 1, score, content)) {
            rows[at] = rows[at - 1];
            scores[at] = scores[at - 1];
            contents[at] = contents[at - 1];
            at--;
        }
        rows[at] = row;
        scores[at] = score;
        contents[at] = content;
    }

    private boolean isBehind(int at, long score, long content) {
        return scores[at] < score || (scores[at] == score && contents[at] > content);
    }

    int[] rows() {
        return java.util.Arrays.copyOf(rows, count);
    }
}
