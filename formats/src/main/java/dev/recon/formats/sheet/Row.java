package dev.recon.formats.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// One row of a sheet: what its cells show, and which of them are words.
final class Row {
    private final int number;
    private final List<String> cells = new ArrayList<>();
    private final BitSet words = new BitSet();
    private int filled;

    Row(int number) {
        this.number = number;
    }

    /// Its number in the sheet, from 1.
    int number() {
        return number;
    }

    void set(int column, String cell, boolean isWord) {
        if (cell.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        filled += cells.set(column, cell).isEmpty() ? 1 : 0;
        words.set(column, isWord);
    }

    /// Its cells up to the last one that is filled.
    List<String> cells() {
        return cells;
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /// How many cells are filled.
    int filled() {
        return filled;
    }

    /// Are all its filled cells words, none a number, a date or true or false?
    boolean isWords() {
        return words.cardinality() == filled;
    }
}
