package dev.recon.formats.identity;

import dev.recon.engine.read.Dialect;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of a delimited text, one after the other, as cells (RFC 4180).
public final class TableLines implements Closeable {
    private static final int CELL_CHARACTERS_MAX = 1 << 20;
    private static final int CELLS_MAX = 4096;

    private final BufferedReader text;
    private final Dialect dialect;

    /// Opens a table and passes over what stands before it.
    public TableLines(Path path, Dialect dialect) throws IOException {
        this.text = Files.newBufferedReader(path, dialect.encoding());
        this.dialect = dialect;
        for (int line = 0; line < dialect.skip(); line++) {
            text.readLine();
        }
    }

    /// The cells of the next record that is not blank, or null after the last.
    public @Nullable List<String> next() throws IOException {
        int first = text.read();
        while (first == '\n' || first == '\r') {
            first = text.read();
        }
        if (first < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        int each = first;
        do {
            var cell = new StringBuilder();
            each = cell(each, cell);
            cells.add(cell.toString());
            if (cells.size() > CELLS_MAX) {
                throw new IOException("a record of more than " + CELLS_MAX + " cells");
            }
            if (each != dialect.delimiter()) {
                return cells;
            }
            each = text.read();
        } while (true);
    }

    /// Reads a cell that begins with a character, and returns the character that ends it.
    private int cell(int first, StringBuilder cell) throws IOException {
        int each = first;
        if (dialect.quote() != 0 && each == dialect.quote()) {
            each = text.read();
            while (each >= 0) {
                if (each == dialect.quote()) {
                    each = text.read();
                    if (each != dialect.quote()) {
                        break;
                    }
                }
                append(cell, each);
                each = text.read();
            }
        }
        while (each >= 0 && each != dialect.delimiter() && each != '\n' && each != '\r') {
            append(cell, each);
            each = text.read();
        }
        return each;
    }

    private static void append(StringBuilder cell, int character) throws IOException {
        if (cell.length() == CELL_CHARACTERS_MAX) {
            throw new IOException("a cell of more than " + CELL_CHARACTERS_MAX + " characters");
        }
        cell.append((char) character);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
