package dev.recon.server.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A segment of matches, read in place: pass, status, confidence, and the lines of both sides.
final class MatchColumns {
    /// Pass, status, confidence and the two sizes.
    static final int BYTES = 1 + 1 + 4 + 4 + 4;

    private final ByteBuffer bytes;
    private final int count;
    private final int[] leftEnds;
    private final int[] rightEnds;
    private final int linesStart;

    private MatchColumns(ByteBuffer bytes) {
        this.bytes = bytes;
        this.count = bytes.getInt(0);
        this.leftEnds = new int[count];
        this.rightEnds = new int[count];
        this.linesStart = 4 + count * BYTES;
        int end = 0;
        for (int index = 0; index < count; index++) {
            end += bytes.getInt(4 + count * 6 + index * 4);
            leftEnds[index] = end;
        }
        for (int index = 0; index < count; index++) {
            end += bytes.getInt(4 + count * 10 + index * 4);
            rightEnds[index] = end;
        }
    }

    static MatchColumns of(byte[] raw) {
        return new MatchColumns(ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN));
    }

    int count() {
        return count;
    }

    /// The index of its pass, -1 for by hand.
    int pass(int index) {
        return bytes.get(4 + index);
    }

    boolean isMatched(int index) {
        return bytes.get(4 + count + index) == 1;
    }

    float confidence(int index) {
        return bytes.getFloat(4 + count * 2 + index * 4);
    }

    int[] leftLines(int index) {
        return lines(index == 0 ? 0 : leftEnds[index - 1], leftEnds[index]);
    }

    int[] rightLines(int index) {
        int start = index == 0 ? leftEnds[count - 1] : rightEnds[index - 1];
        return lines(start, rightEnds[index]);
    }

    private int[] lines(int from, int to) {
        int[] lines = new int[to - from];
        for (int at = from; at < to; at++) {
            lines[at - from] = bytes.getInt(linesStart + at * 4);
        }
        return lines;
    }
}
