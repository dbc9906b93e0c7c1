package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The cells of paired entries, each brought into a form once, however many columns of the other
/// side it is compared with.
final class PairCells {
    private static final int LETTERS_ALIKE = 6;

    private final Draft draft;
    private final RowPairs pairs;
    private final Map<Formed, Cells> cells = new HashMap<>();

    PairCells(Draft draft, RowPairs pairs) {
        this.draft = draft;
        this.pairs = pairs;
    }

    /// How the cells of each side are compared.
    record Forms(CellForm left, CellForm right) {
        Forms(NormalForm left, NormalForm right) {
            this(new CellForm(left), new CellForm(right));
        }

        static Forms both(NormalForm form) {
            return new Forms(form, form);
        }

        Forms with(CutText by) {
            return new Forms(cut(left, by, Side.LEFT), cut(right, by, Side.RIGHT));
        }

        private static CellForm cut(CellForm form, CutText by, Side side) {
            return by.longer() == side ? new CellForm(form.normal(), Optional.of(by)) : form;
        }

        CellForm of(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    private record Formed(Side side, int column, CellForm form) {}

    /// The cells of a column, and which of them are not empty.
    private record Cells(String[] values, boolean[] filled) {}

    /// In how many of the pairs that have both cells they agree, 0 to 1; -1 without any.
    double agreement(ColumnProfile one, ColumnProfile other, Forms forms) {
        return agreement(cells(Side.LEFT, one, forms), cells(Side.RIGHT, other, forms), 0);
    }

    /// The same for left rows with the right row of the next pair.
    double byChance(ColumnProfile one, ColumnProfile other, Forms forms) {
        return agreement(cells(Side.LEFT, one, forms), cells(Side.RIGHT, other, forms), 1);
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

    /// Do so many of the pairs, 0 to 1, begin with the same letters?
    boolean beginAlike(ColumnProfile one, ColumnProfile other, double share) {
        Forms words = Forms.both(NormalForm.WORDS);
        String[] ours = cells(Side.LEFT, one, words).values;
        String[] theirs = cells(Side.RIGHT, other, words).values;
        int alike = 0;
        for (int pair = 0; pair < ours.length; pair++) {
            alike += ours[pair].regionMatches(0, theirs[pair], 0, LETTERS_ALIKE) ? 1 : 0;
        }
        return alike > 0 && alike >= share * ours.length;
    }

    /// The cells of a column as they stand, pair by pair.
    String[] written(Side side, ColumnProfile column) {
        int[] rows = side == Side.LEFT ? pairs.left() : pairs.right();
        return Arrays.stream(rows)
                .mapToObj(row -> draft.sample(side).cell(row, column))
                .toArray(String[]::new);
    }

    private Cells cells(Side side, ColumnProfile column, Forms forms) {
        CellForm form = forms.of(side);
        return cells.computeIfAbsent(
                new Formed(side, column.index(), form),
                _ -> {
                    String[] values = written(side, column);
                    boolean[] filled = new boolean[values.length];
                    for (int pair = 0; pair < values.length; pair++) {
                        filled[pair] = !values[pair].isEmpty();
                        values[pair] = form.of(values[pair]);
                    }
                    return new Cells(values, filled);
                });
    }
}
