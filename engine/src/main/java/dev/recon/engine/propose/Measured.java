package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.transform.Extraction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers with the unit in which a column is measured, such as `123.4 kg`, where the other side
/// has the number alone or another word for the unit.
///
/// @param unit as the cells write it; one with another unit stays as it stands
record Measured(String unit) implements CellForm.CellPart {
    private static final double SHARE_MIN = 0.95;
    private static final int CELLS_MIN = 5;
    private static final Pattern MEASURED =
            Pattern.compile("([-+]?\\d[\\d.,' ]*?)\\s*([^-+\\d\\s.,'][^-+\\d]{0,11})");

    /// The unit of nearly all cells of a column, where they have the same.
    static Optional<Measured> of(SampleSide sample, ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Text
                || column.type() instanceof ColumnType.Code)) {
            return Optional.empty();
        }
        String unit = "";
        int filled = 0;
        int measured = 0;
        for (int row = 0; row < sample.rows(); row++) {
            String cell = sample.cell(row, column);
            Matcher found = MEASURED.matcher(cell);
            filled += cell.isEmpty() ? 0 : 1;
            if (found.matches()) {
                unit = unit.isEmpty() ? found.group(2) : unit;
                measured += unit.equals(found.group(2)) ? 1 : 0;
            } else if (measured < filled * SHARE_MIN - CELLS_MIN) {
                return Optional.empty();
            }
        }
        return measured >= Math.max(CELLS_MIN, filled * SHARE_MIN)
                ? Optional.of(new Measured(unit))
                : Optional.empty();
    }

    @Override
    public String of(String cell) {
        Matcher found = MEASURED.matcher(cell);
        return found.matches() && found.group(2).equals(unit) ? found.group(1) : cell;
    }

    @Override
    public String told() {
        return "in " + unit;
    }

    @Override
    public FieldSource source(FieldSource.Text text) {
        Extraction number = Extraction.of("^(.*?)\\s*(?:" + Extraction.quoted(unit) + ")?$");
        return MadeField.part(text, text.column(), number);
    }
}
