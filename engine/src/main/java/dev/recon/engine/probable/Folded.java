package dev.recon.engine.probable;

import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.TextColumn;
import java.util.Arrays;

/// One text at a time, as its words are compared: [NormalForm#WORDS], whatever the form of its
/// field. What is in another form already stays as it is.
final class Folded {
    private byte[] bytes = new byte[256];
    private int length;

    /// Reads the text of a row; false when it has no words.
    boolean isRead(TextColumn column, int row) {
        length = 0;
        if (column.isPresent(row)) {
            int room = column.length(row) * NormalText.GROWTH_MAX;
            if (room > bytes.length) {
                bytes = Arrays.copyOf(bytes, room);
            }
            length =
                    NormalText.write(
                            NormalForm.WORDS,
                            column.arena(),
                            column.start(row),
                            column.end(row),
                            bytes,
                            0);
        }
        return length > 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
