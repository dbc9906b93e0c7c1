package dev.recon.formats.bai2;

import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.TextLines;
import dev.recon.formats.format.Delivery;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a report apart into records: continuations are joined to what they continue, several
/// records on one line are told apart, and lines that break a record are joined again.
final class Bai2Records implements Closeable {
    private static final String CODES = "(01|02|03|16|49|88|98|99)";
    private static final Pattern RECORD = Pattern.compile("\\s*" + CODES + ",(.*)", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("(?<=/)\\s+(?=" + CODES + ",)");

    private final Delivery delivery;
    private final TextLines lines;
    private final Deque<String> parts = new ArrayDeque<>();
    private @Nullable Bai2Record pending;
    private long counted;
    private long ended;

    Bai2Records(Delivery delivery) throws IOException {
        this.delivery = delivery;
        this.lines = new TextLines(delivery);
    }

    /// The next record with all its continuations, or null after the last.
    @Nullable Bai2Record next() throws IOException {
        while (true) {
            if (parts.isEmpty()) {
                if (fill()) {
                    continue; // a blank line has no record
                }
                Bai2Record last = pending;
                pending = null;
                ended = counted;
                return last;
            }
            String part = parts.remove();
            Matcher record = RECORD.matcher(part);
            if (!record.matches() || record.group(1).equals("88")) {
                join(part, record);
                continue;
            }
            Bai2Record whole = pending;
            pending = new Bai2Record(record.group(1), lines.number());
            pending.add(record.group(2));
            ended = counted;
            counted++;
            if (whole != null) {
                return whole;
            }
        }
    }

    /// How many records, continuations too, the file had up to the end of the one returned last.
    long counted() {
        return ended;
    }

    private boolean fill() throws IOException {
        String line = lines.next();
        if (line == null) {
            return false;
        }
        for (String part : BETWEEN.split(line, -1)) {
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        return true;
    }

    private void join(String part, Matcher record) {
        Bai2Record before = pending;
        if (before == null) {
            throw delivery.problem(
                    lines.place(),
                    "'" + Excerpt.of(part) + "'",
                    "a record that begins with 01, 02, 03, 16, 49, 98 or 99",
                    "Check that this is the whole file.");
        }
        if (record.matches()) {
            before.add(record.group(2));
            counted++;
        } else {
            before.append(part);
        }
        if (before.isTooLong()) {
            throw delivery.problem(
                    before.place(),
                    "a record that goes on without end",
                    "the next record",
                    "Check that this is the file you meant.");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
