package dev.recon.formats.sheet;

import dev.recon.formats.format.XmlStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Which styles of a workbook show a date; all else about a style is of no matter.
final class Styles {
    private static final int STYLES_MAX = 100_000;

    private final BitSet dates = new BitSet();
    private final Set<Integer> dateFormats = new HashSet<>();
    private int count;

    /// Reads `styles.xml`.
    static Styles read(XmlStream xml) throws IOException {
        var styles = new Styles();
        boolean inCellFormats = false;
        while (xml.next()) {
            if (xml.isText()) {
                continue;
            }
            switch (xml.name()) {
                case "cellXfs" -> inCellFormats = xml.isStart();
                case "numFmt" -> styles.addFormat(xml);
                case "xf" -> styles.addStyle(xml, inCellFormats);
                default -> {
                    // Fonts, fills and borders say nothing of a value.
                }
            }
        }
        return styles;
    }

    /// Does this style show a number as a date?
    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    private void addFormat(XmlStream xml) {
        if (xml.isStart() && DateFormats.isDate(xml.attribute("formatCode").orElse(""))) {
            dateFormats.add(number(xml, "numFmtId"));
        }
    }

    private void addStyle(XmlStream xml, boolean inCellFormats) {
        if (!inCellFormats || !xml.isStart() || count >= STYLES_MAX) {
            return;
        }
        int format = number(xml, "numFmtId");
        dates.set(count++, DateFormats.isBuiltIn(format) || dateFormats.contains(format));
    }

    private static int number(XmlStream xml, String attribute) {
        return xml.attribute(attribute)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
