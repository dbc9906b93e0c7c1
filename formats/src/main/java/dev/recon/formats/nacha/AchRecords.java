package dev.recon.formats.nacha;

import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.TextLines;
import dev.recon.formats.format.Delivery;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The records of a file: one a line, shorter ones filled up with blanks, or all on one line.
final class AchRecords implements Closeable {
    private final Delivery delivery;
    private final TextLines lines;
    private String rest = "";

    AchRecords(Delivery delivery) throws IOException {
        this.delivery = delivery;
        this.lines = new TextLines(delivery);
    }

    /// The next record, or null after the last.
    @Nullable AchRecord next() throws IOException {
        while (rest.isBlank()) {
            String line = lines.next();
            if (line == null) {
                return null;
            }
            rest = line;
        }
        String text = rest;
        int size = AchRecord.CHARACTERS;
        if (text.length() > size) {
            String behind = text.substring(size);
            boolean isSeveral = text.length() % size == 0;
            if (!behind.isBlank() && !isSeveral) {
                throw delivery.problem(
                        lines.place() + ", column " + (size + 1),
                        "a record of " + text.stripTrailing().length() + " characters",
                        size + " characters",
                        Mend.ASK_BANK);
            }
            rest = behind;
            return new AchRecord(text.substring(0, size), lines.number(), delivery);
        }
        rest = "";
        return new AchRecord(text + " ".repeat(size - text.length()), lines.number(), delivery);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
