package dev.recon.engine.report;

/// Text as a cell that a spreadsheet takes for text.
///
/// A text that begins with `=`, `+`, `-`, `@` (in either width), tab, line feed, carriage return or
/// NUL gets an apostrophe in front, by which spreadsheets mark a text; to have the text back, take
/// it off again. So does what stands so behind a semicolon or a line break: where a comma is the
/// decimal mark, spreadsheets split lines at semicolons, and know no quotes behind a comma.
///
/// Numbers are not written by this, so negative ones stay numbers. Lines that are delivered again
/// are not either: they stay as they came (see `dev.recon.engine.mend`).
public final class CsvText {
    private static final String FIRST = "=+-@＝＋－＠\t\0";

    private CsvText() {}

    /// The text, with an apostrophe where it needs one; not quoted. A text without any is itself.
    public static String safe(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isFormula(text, at)) {
                return marked(text);
            }
        }
        return text;
    }

    private static String marked(String text) {
        StringBuilder marked = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            marked.append(isFormula(text, at) ? "'" : "").append(text.charAt(at));
        }
        return marked.toString();
    }

    /// Would a spreadsheet take what begins here for a formula?
    private static boolean isFormula(String text, int at) {
        char letter = text.charAt(at);
        if (at == 0) {
            return FIRST.indexOf(letter) >= 0 || isLineBreak(letter);
        }
        char before = text.charAt(at - 1);
        return (before == ';' || isLineBreak(before)) && FIRST.indexOf(letter) >= 0;
    }

    private static boolean isLineBreak(char letter) {
        return letter == '\n' || letter == '\r';
    }
}
