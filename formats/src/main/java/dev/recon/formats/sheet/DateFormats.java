package dev.recon.formats.sheet;

/// Tells which number formats of a spreadsheet show a date.
///
/// Source: ECMA-376 part 1, sections 18.8.30 and 18.8.31.
final class DateFormats {
    private DateFormats() {}

    /// Is a built-in format, by its number, one of dates? Times alone are numbers to us.
    static boolean isBuiltIn(int id) {
        return (id >= 14 && id <= 17)
                || id == 22
                || (id >= 27 && id <= 36)
                || (id >= 50 && id <= 58);
    }

    /// Does a format that somebody wrote show a day or a year? What is quoted, escaped or in
    /// brackets is not looked at, nor is what stands behind the first semicolon.
    static boolean isDate(String code) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int at = 0; at < code.length(); at++) {
            char each = code.charAt(at);
            if (each == '\\' || each == '_' || each == '*') {
                at++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == '[' || each == ']')) {
                bracketed = each == '[';
            } else if (!quoted && !bracketed) {
                if (each == ';') {
                    return false;
                }
                if ("dDyY".indexOf(each) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
