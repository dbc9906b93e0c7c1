package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.transform.ResultType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long something took, in hours, minutes and seconds (`01:06:12`), or in two of these that
/// follow each other, as one number of the smallest. What is written otherwise stays as it stands.
record Durations() implements CellForm.CellPart {
    private static final String WRITTEN = "^(?:([0-9]{1,6}):)?([0-9]{1,6}):([0-5][0-9])$";
    private static final Pattern PARTS = Pattern.compile(WRITTEN);
    private static final int SIXTY = 60;

    /// The form of a column that has nothing else.
    static Optional<CellForm> of(ColumnProfile column) {
        boolean are =
                !column.samples().isEmpty()
                        && column.samples().stream()
                                .allMatch(cell -> PARTS.matcher(cell).matches());
        return are
                ? Optional.of(new CellForm(NormalForm.DECIMAL, Optional.of(new Durations())))
                : Optional.empty();
    }

    @Override
    public String of(String cell) {
        Matcher found = PARTS.matcher(cell);
        if (!found.matches()) {
            return cell;
        }
        long most = found.group(1) == null ? 0 : Long.parseLong(found.group(1));
        long more = Long.parseLong(found.group(2));
        return String.valueOf((most * SIXTY + more) * SIXTY + Long.parseLong(found.group(3)));
    }

    @Override
    public String told() {
        return "counted in the smallest unit of time";
    }

    @Override
    public FieldSource source(FieldSource.Text text) {
        String cell = MadeField.column(text.column());
        String last = part(cell, "([0-9]+)$");
        String middle = part(cell, "([0-9]+):[0-9]+$");
        String first = part("(\"0:\" + " + cell + ")", "([0-9]+):[0-9]+:[0-9]+$");
        String sum = first + " * \"3600\".amount() + " + middle + " * \"60\".amount() + " + last;
        String guard = cell + ".matches(" + MadeField.quoted(WRITTEN) + ")";
        return MadeField.of(text, guard + " ? (" + sum + ").text() : " + cell, ResultType.TEXT);
    }

    private static String part(String cell, String pattern) {
        return cell + ".extract(" + MadeField.quoted(pattern) + ").amount()";
    }
}
