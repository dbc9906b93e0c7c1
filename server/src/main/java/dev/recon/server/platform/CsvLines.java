package dev.recon.server.platform;

import dev.recon.engine.report.CsvText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes lines of CSV (RFC 4180) for people who open them in a spreadsheet: it begins with a byte
/// order mark, for without it spreadsheets take the text for one of their own old encodings, and
/// texts that look like formulas are written as texts (see [CsvText]).
public final class CsvLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NEGATIVE = Pattern.compile("-\\d+(\\.\\d+)?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\"\n\r,]");

    private final OutputStream target;
    private final StringBuilder line = new StringBuilder();
    private boolean isFirst = true;

    /// Begins with the names of the columns.
    public CsvLines(OutputStream target, List<String> columns) throws IOException {
        this.target = target;
        target.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        columns.forEach(this::cell);
        end();
    }

    /// Adds a cell to the line; nothing is an empty one.
    public CsvLines cell(@Nullable Object value) {
        if (!isFirst) {
            line.append(',');
        }
        isFirst = false;
        if (value != null) {
            line.append(quoted(safe(value.toString())));
        }
        return this;
    }

    /// Ends the line.
    public void end() throws IOException {
        line.append("\r\n");
        target.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
        isFirst = true;
    }

    private static String safe(String text) {
        return NEGATIVE.matcher(text).matches() ? text : CsvText.safe(text);
    }

    private static String quoted(String text) {
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
