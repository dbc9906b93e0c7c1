package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.Map;

/// The cells of paired entries, each brought into a form once, however many columns of the other
/// side it is compared with.
final class PairCells {
    private final Draft draft;
    private final RowPairs pairs;
    private final Map<String, Cells> cells = new HashMap<>();

    PairCells(Draft draft, RowPairs pairs) {
        this.draft = draft;
        this.pairs = pairs;
    }

    /// How the cells of each side are compared.
    record Forms(NormalForm left, NormalForm right) {
        static Forms both(NormalForm form) {
            return new Forms(form, form);
        }
    }

    /// The cells of a column, and which of them are not empty.
    private record Cells(String[] values, boolean[] filled) {}

    /// In how many of the pairs that have both cells they agree, 0 to 1; -1 without any.
    double agreement(ColumnProfile one, ColumnProfile other, Forms forms) {
        return agreement(
                cells(Side.LEFT, one, forms.left), cells(Side.RIGHT, other, forms.right), 0);
    }

    /// The same for left rows with the right row of the next pair.
    double byChance(ColumnProfile one, ColumnProfile other, Forms forms) {
        return agreement(
                cells(Side.LEFT, one, forms.left), cells(Side.RIGHT, other, forms.right), 1);
    }

    private double agreement(Cells ours, Cells theirs, int shift) {
        int count = pairs.count();
        int judged = 0;
        int equal = 0;
        for (int pair = 0; pair < count; pair++) {
            int next = (pair + shift) % count;
            if (ours.filled[pair] && theirs.filled[next]) {
                judged++;
                equal += ours.values[pair].equals(theirs.values[next]) ? 1 : 0;
            }
        }
        return judged == 0 ? -1 : (double) equal / judged;
    }

    private Cells cells(Side side, ColumnProfile column, NormalForm form) {
        return cells.computeIfAbsent(
                side.word() + form.word() + column.index(),
                _ -> {
                    int[] rows = side == Side.LEFT ? pairs.left() : pairs.right();
                    String[] values = new String[rows.length];
                    boolean[] filled = new boolean[rows.length];
                    for (int pair = 0; pair < rows.length; pair++) {
                        String cell = draft.sample(side).cell(rows[pair], column);
                        values[pair] = NormalText.of(form, cell);
                        filled[pair] = !cell.isEmpty();
                    }
                    return new Cells(values, filled);
                });
    }
}
