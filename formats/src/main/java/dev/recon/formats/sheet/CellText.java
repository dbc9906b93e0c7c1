package dev.recon.formats.sheet;

import dev.recon.formats.format.XmlStream;
import java.io.IOException;
import java.util.regex.Pattern;

/// The text of a cell: its runs one behind the other, without how they are to be pronounced.
final class CellText {
    /// A control character, as a workbook writes it: `_x000D_`. Source: ECMA-376 part 1, 22.9.2.19.
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /// Reads up to the end of the element that the stream stands in.
    static String of(XmlStream xml, String element) throws IOException {
        var text = new StringBuilder();
        boolean inText = false;
        boolean inPhonetic = false;
        while (xml.next() && !(xml.isEnd() && xml.name().equals(element))) {
            if (xml.isText()) {
                if (inText && !inPhonetic) {
                    text.append(xml.text());
                }
            } else if (xml.name().equals("t")) {
                inText = xml.isStart();
            } else if (xml.name().equals("rPh")) {
                inPhonetic = xml.isStart();
            }
        }
        return plain(text.toString());
    }

    static String plain(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(found ->
                                java.util.regex.Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
