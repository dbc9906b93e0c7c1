package dev.recon.formats.bank;

import dev.recon.formats.format.Delivery;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The lines of a text file, one after the other, with their numbers; ended by LF, CR LF or CR.
/// Line breaks stand between lines: an empty last line is none.
public final class TextLines implements Closeable {
    private static final int CHARACTERS_MAX = 1 << 16;

    private final Delivery delivery;
    private final BufferedReader reader;
    private long number;
    private boolean afterReturn;

    public TextLines(Delivery delivery) throws IOException {
        this.delivery = delivery;
        this.reader = delivery.text();
    }

    /// The next line without its end, or null after the last.
    public @Nullable String next() throws IOException {
        var line = new StringBuilder();
        int each = read();
        if (each < 0) {
            return null;
        }
        number++;
        while (each >= 0 && each != '\n' && each != '\r') {
            if (line.length() == CHARACTERS_MAX) {
                throw delivery.problem(
                        place(),
                        "a line of more than " + CHARACTERS_MAX + " characters",
                        "lines as this format has them",
                        "Check that this is the file you meant.");
            }
            line.append((char) each);
            each = read();
        }
        afterReturn = each == '\r';
        return line.toString();
    }

    /// The number of the line read last, from 1.
    public long number() {
        return number;
    }

    /// The line read last, for messages.
    public String place() {
        return "line " + number;
    }

    private int read() throws IOException {
        int each = reader.read();
        if (afterReturn && each == '\n') {
            each = reader.read();
        }
        afterReturn = false;
        return each;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
