package dev.recon.formats.fixed;

import dev.recon.formats.format.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One column of a fixed-width text.
///
/// @param name its name, or an empty text if the first line says it
/// @param from its first character, from 0
/// @param to the character behind its last
record Column(String name, int from, int to) {
    private static final Pattern WORDS =
            Pattern.compile("\\s*([^,]*?)\\s*([0-9]{1,6})-([0-9]{1,6})\\s*");
    private static final int PLACE_MAX = 100_000;

    /// Reads `date 1-10, amount 11-22`: names and the places of characters, from 1.
    static List<Column> parse(String text, Delivery delivery) {
        List<Column> columns = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher words = WORDS.matcher(part);
            int from = words.matches() ? Integer.parseInt(words.group(2)) : 0;
            int to = words.matches() ? Integer.parseInt(words.group(3)) : 0;
            if (from < 1 || to < from || to > PLACE_MAX) {
                throw delivery.problem(
                        "widths",
                        "'" + part.strip() + "'",
                        "a name and the places of its first and last character, such as"
                                + " \"date 1-10, amount 11-22\"",
                        "Mend the widths.");
            }
            columns.add(new Column(words.group(1), from - 1, to));
        }
        return columns;
    }

    /// What stands in a line here, without the blanks around it.
    String of(String line) {
        return from >= line.length()
                ? ""
                : line.substring(from, Math.min(to, line.length())).strip();
    }
}
