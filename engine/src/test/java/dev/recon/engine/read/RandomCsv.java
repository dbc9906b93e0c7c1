package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Delimited files without end, with everything in them that makes reading them hard.
///
/// @param text the file
/// @param dialect how it is written
/// @param header its columns: `amount`, `date`, `currency`, `reference` and `text`, then others
record RandomCsv(String text, Dialect dialect, List<String> header) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String[] PIECES = {
        "a", "Ref", "0", "42", " ", "é", "漢", "😀", "-", "'", "x1", "Ü", "?", "ß", "\u00A0"
    };

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static RandomCsv of(Random random) {
        char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
        String end = random.nextBoolean() ? "\n" : "\r\n";
        List<String> header = header(random);
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        text.append(String.join(String.valueOf(delimiter), header)).append(end);
        int lines = random.nextInt(30);
        for (int line = 0; line < lines; line++) {
            text.append(line(random, delimiter, header.size())).append(end);
        }
        if (lines > 0 && random.nextInt(3) == 0) {
            text.setLength(text.length() - end.length());
        }
        return new RandomCsv(
                text.toString(),
                new Dialect(delimiter, '"', StandardCharsets.UTF_8, true, 0),
                header);
    }

    private static List<String> header(Random random) {
        List<String> names =
                new ArrayList<>(List.of("amount", "date", "currency", "reference", "text"));
        for (int more = random.nextInt(3); more > 0; more--) {
            names.add(String.valueOf(more));
        }
        java.util.Collections.shuffle(names, random);
        return names;
    }

    private static String line(Random random, char delimiter, int columns) {
        if (random.nextInt(12) == 0) {
            return "";
        }
        int cells = random.nextInt(15) == 0 ? 1 + random.nextInt(columns + 2) : columns;
        List<String> line = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            line.add(cell(random, delimiter));
        }
        return String.join(String.valueOf(delimiter), line);
    }

    /// A cell as it is written: plain, or in quotes with whatever needs them.
    private static String cell(Random random, char delimiter) {
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> "\"\"";
            case 2 -> amount(random);
            case 3 -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            case 4 -> "EUR";
            case 5 -> '"' + amount(random) + '"';
            case 6 -> pieces(random, random.nextInt(4));
            case 7 -> "5\" disk";
            default -> quoted(random, delimiter);
        };
    }

    private static String amount(Random random) {
        return (random.nextBoolean() ? "-" : "") + random.nextInt(1000) + "." + random.nextInt(10);
    }

    private static String quoted(Random random, char delimiter) {
        String[] inner = {"\"\"", "\n", "\r\n", String.valueOf(delimiter), "\n\n", "\"\"\"\""};
        StringBuilder cell = new StringBuilder("\"");
        for (int count = random.nextInt(5); count > 0; count--) {
            cell.append(pieces(random, random.nextInt(3)));
            cell.append(inner[random.nextInt(inner.length)]);
        }
        cell.append(pieces(random, random.nextInt(3)));
        return cell.append('"').toString();
    }

    private static String pieces(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < count; n++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
