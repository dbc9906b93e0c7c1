package dev.recon.formats;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.table.Limits;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The table that a file unfolds to, on disk: RFC 4180 in UTF-8, lines ended by a line feed.
final class TableFile implements EntryWriter, Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    /// After so many lines it is asked whether there is time left: 25 ns a question.
    private static final int LINES_TIMED = 64;

    private final Delivery delivery;
    private final OutputStream file;
    private final long bytesMax;
    private int columns;
    private long lines;
    private long bytes;

    TableFile(Delivery delivery, Path path) throws IOException {
        this.delivery = delivery;
        this.file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
        this.bytesMax = delivery.limits().unpackedBytesMax();
    }

    /// How many entries were written.
    long lines() {
        return lines;
    }

    @Override
    public void header(List<String> names) throws IOException {
        if (columns > 0) {
            throw new IllegalStateException("a second header");
        }
        if (names.isEmpty() || names.size() > Limits.COLUMNS_MAX) {
            throw problem(
                    names.size() + " columns",
                    "1 to " + Limits.COLUMNS_MAX + " columns",
                    "Check that this is the file you meant.");
        }
        columns = names.size();
        write(distinct(names));
    }

    @Override
    public void line(List<String> cells) throws IOException {
        lines++;
        if (cells.size() > Limits.COLUMNS_MAX) {
            throw problem(
                    cells.size() + " cells in entry " + lines,
                    "at most " + Limits.COLUMNS_MAX,
                    "Check that this is the file you meant.");
        }
        write(cells);
    }

    private void write(List<String> cells) throws IOException {
        if (lines % LINES_TIMED == 0) {
            delivery.requireTime();
        }
        var line = new StringBuilder();
        for (int column = 0; column < Math.max(columns, cells.size()); column++) {
            if (column > 0) {
                line.append(',');
            }
            if (column < cells.size()) {
                append(line, cells.get(column));
            }
        }
        // A line of one empty cell would be a blank line, which is no entry.
        byte[] text =
                (line.isEmpty() ? "\"\"\n" : line.append('\n').toString())
                        .getBytes(StandardCharsets.UTF_8);
        bytes += text.length;
        if (bytes > bytesMax) {
            throw problem(
                    "a file that unfolds to more than " + bytesMax + " bytes",
                    "a smaller one",
                    "Split it into several files.");
        }
        file.write(text);
    }

    private void append(StringBuilder line, String cell) {
        if (cell.length() > Limits.CELL_BYTES_MAX) {
            throw problem(
                    "a field of " + cell.length() + " characters in entry " + lines,
                    "at most " + Limits.CELL_BYTES_MAX,
                    "Check that this is the file you meant.");
        }
        if (isPlain(cell)) {
            line.append(cell);
        } else {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String cell) {
        for (int at = 0; at < cell.length(); at++) {
            char each = cell.charAt(at);
            if (each == ',' || each == '"' || each == '\n' || each == '\r') {
                return false;
            }
        }
        return cell.isEmpty() || (cell.charAt(0) > ' ' && cell.charAt(cell.length() - 1) > ' ');
    }

    private static List<String> distinct(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        Set<String> used = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
            String name = names.get(column - 1).strip();
            String unique = name.isEmpty() ? "column " + column : name;
            for (int n = 2;
                    !used.add(unique) || (!unique.equals(name) && taken.contains(unique)); ) {
                unique = (name.isEmpty() ? "column " + column : name) + " " + n++;
            }
            distinct.add(unique);
        }
        return distinct;
    }

    private InputProblem problem(String found, String expected, String mend) {
        return new InputProblem(new Problem(delivery.name(), found, expected, mend));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
