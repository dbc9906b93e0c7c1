package dev.recon.formats.sheet;

import java.util.Optional;

/// The place of a cell, written as people know it: `C5`.
///
/// @param row from 1
/// @param column from 0
record Place(int row, int column) {
    static final int COLUMNS_MAX = 16_384;

    private static final int LETTERS = 26;
    private static final int ROW_DIGITS_MAX = 7;

    /// Reads `C5`; nothing if it is no place that a sheet can have.
    static Optional<Place> of(String text) {
        int column = 0;
        int at = 0;
        while (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            column = column * LETTERS + text.charAt(at++) - 'A' + 1;
            if (column > COLUMNS_MAX) {
                return Optional.empty();
            }
        }
        int row = 0;
        int digits = text.length() - at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            row = digits > ROW_DIGITS_MAX ? 0 : row * 10 + text.charAt(at) - '0';
            at++;
        }
        return column > 0 && row > 0 && at == text.length()
                ? Optional.of(new Place(row, column - 1))
                : Optional.empty();
    }

    /// The letters of a column from 0: A, …, Z, AA.
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
