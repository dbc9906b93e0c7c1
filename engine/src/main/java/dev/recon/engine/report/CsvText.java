package dev.recon.engine.report;

/// Text as a cell that a spreadsheet takes for text.
///
/// A text that begins with `=`, `+`, `-`, `@`, tab, carriage return or NUL gets an apostrophe in
/// front, by which spreadsheets mark a text; to have the text back, take it off again. Numbers are
/// not written by this, so negative ones stay numbers. Lines that are delivered again are not
/// either: they stay as they came (see `dev.recon.engine.mend`).
public final class CsvText {
    private static final String FIRST_OF_FORMULA = "=+-@\t\r\0";

    private CsvText() {}

    /// The text, with an apostrophe where it needs one; not quoted.
    public static String safe(String text) {
        return !text.isEmpty() && FIRST_OF_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
