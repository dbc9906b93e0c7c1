package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.Extraction;
import java.util.List;
import java.util.Optional;

/// What all codes of one side begin with before their number, such as `INV-`, while the other side
/// has the number alone.
record CodePrefix(Side side, String prefix) {
    private static final int LENGTH_MAX = 10;
    private static final double SHARE_MIN = 0.98;

    /// The prefix of a column, where nearly all of its codes have it.
    static Optional<CodePrefix> of(SampleSide sample, Side side, ColumnProfile column) {
        if (!(column.type() instanceof ColumnType.Code)) {
            return Optional.empty();
        }
        String first = column.samples().getFirst();
        int length = 0;
        while (length < first.length() && !Character.isDigit(first.charAt(length))) {
            length++;
        }
        CodePrefix found = new CodePrefix(side, first.substring(0, length));
        Extraction number = found.number();
        boolean some = length > 0 && length <= LENGTH_MAX;
        if (!some || column.samples().stream().anyMatch(cell -> number.find(cell).isEmpty())) {
            return Optional.empty();
        }
        List<String> cells =
                sample.inspection().rows().stream()
                        .map(row -> row.get(column.index()))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
        long behind = cells.stream().filter(cell -> !number.find(cell).isEmpty()).count();
        return behind >= cells.size() * SHARE_MIN ? Optional.of(found) : Optional.empty();
    }

    /// What finds the number behind the prefix.
    Extraction number() {
        String quoted = prefix.replaceAll("([^\\p{L}\\p{N} ])", "\\\\$1");
        return Extraction.of("^" + quoted + "(\\d+)$");
    }
}
