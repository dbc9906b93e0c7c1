package dev.recon.formats.fixed;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Text in columns of fixed width: found by the places that are blank in every line, or as a person
/// says.
public final class FixedFormat implements Format {
    private static final int LOOKED_AT = 1_000;
    private static final int LINE_CHARACTERS_MAX = 1 << 20;

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public String description() {
        return "Text in columns of fixed width, found in the blanks, or by the widths that you say";
    }

    @Override
    public boolean recognises(Head head) {
        List<String> lines = new ArrayList<>(head.text().lines().limit(LOOKED_AT).toList());
        if (!head.isWhole() && !lines.isEmpty()) {
            lines.removeLast();
        }
        boolean isText = head.text().indexOf('\0') < 0;
        return isText && !Gaps.columns(filled(lines)).isEmpty();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        List<Column> columns = columns(delivery);
        boolean isNamed = columns.stream().noneMatch(column -> column.name().isEmpty());
        long count = 0;
        try (BufferedReader text = delivery.text()) {
            boolean hasHead = false;
            for (String next = next(text, delivery); next != null; next = next(text, delivery)) {
                String line = next;
                if (line.isBlank()) {
                    continue;
                }
                List<String> cells = columns.stream().map(column -> column.of(line)).toList();
                if (!hasHead) {
                    hasHead = true;
                    boolean isHead = !isNamed && isHead(cells);
                    entries.header(names(columns, cells, isHead));
                    if (isHead) {
                        continue;
                    }
                }
                entries.line(cells);
                count++;
            }
        }
        return new Origin("fixed", count, List.of(), List.of(places(columns)));
    }

    private static List<Column> columns(Delivery delivery) throws IOException {
        if (delivery.choices().widths().isPresent()) {
            return Column.parse(delivery.choices().widths().get(), delivery);
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader text = delivery.text()) {
            for (String line = next(text, delivery);
                    line != null && lines.size() < LOOKED_AT;
                    line = next(text, delivery)) {
                lines.add(line);
            }
        }
        List<Column> columns = Gaps.columns(filled(lines));
        if (columns.isEmpty()) {
            throw delivery.problem(
                    "",
                    "lines in no columns of fixed width",
                    "blanks at the same places of every line",
                    "Say the columns, such as --widths \"date 1-10, amount 11-22\".");
        }
        return columns;
    }

    /// The next line, without keeping more of it than a line may have.
    private static @Nullable String next(BufferedReader text, Delivery delivery)
            throws IOException {
        var line = new StringBuilder();
        int each = text.read();
        if (each < 0) {
            return null;
        }
        while (each >= 0 && each != '\n') {
            line.append((char) each);
            if (line.length() > LINE_CHARACTERS_MAX) {
                throw delivery.problem(
                        "",
                        "a line of more than " + LINE_CHARACTERS_MAX + " characters",
                        "shorter lines",
                        "Check that this is the file you meant.");
            }
            each = text.read();
        }
        return line.toString().replace("\r", "");
    }

    private static List<String> filled(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /// A head has no digits.
    private static boolean isHead(List<String> cells) {
        return cells.stream().noneMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    private static List<String> names(List<Column> columns, List<String> cells, boolean isHead) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            String own = columns.get(at).name();
            names.add(own.isEmpty() && isHead ? cells.get(at) : own);
        }
        return names;
    }

    private static String places(List<Column> columns) {
        return "The columns stand at "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> (column.from() + 1) + "-" + column.to())
                                .toList())
                + ".";
    }
}
