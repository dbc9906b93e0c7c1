package dev.recon.engine.match;

/// The index of a label for each row of a pair: 1 byte a row, and a second one only in runs of so
/// many passes and confidences that a match has a label above 255.
///
/// Threads may write at the same time as long as no two of them handle the same row.
final class LabelColumn {
    private final byte[] low;
    private byte[] high = new byte[0];

    LabelColumn(int rows) {
        this.low = new byte[rows];
    }

    void set(int row, int label) {
        low[row] = (byte) label;
        if (label > 0xFF) {
            high()[row] = (byte) (label >>> Byte.SIZE);
        }
    }

    int get(int row) {
        int label = low[row] & 0xFF;
        return high.length == 0 ? label : label | (high[row] & 0xFF) << Byte.SIZE;
    }

    private synchronized byte[] high() {
        if (high.length < low.length) {
            high = new byte[low.length];
        }
        return high;
    }
}
