package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import java.util.Arrays;

/// A growing list of rows.
final class RowList {
    private int[] rows = new int[16];
    private int count;

    void add(int row) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count++] = row;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void setIn(Bitmap bitmap) {
        for (int at = 0; at < count; at++) {
            bitmap.set(rows[at]);
        }
    }
}
