package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.Extraction;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// A number under which entries come again and again on both sides, such as that of a contract:
/// with the amount and the day it tells them apart, alone it does not.
///
/// @param left the column of the number, or a text that cites it
/// @param right the same of the other side
/// @param cited what finds the number in the side that has a text
record Dues(ColumnProfile left, ColumnProfile right, NormalForm form, Optional<Cited> cited) {
    /// Where a number stands within a text.
    record Cited(Side side, Extraction number) {}

    ColumnProfile column(Side side) {
        return side == Side.LEFT ? left : right;
    }

    private Optional<Extraction> number(Side side) {
        return cited.filter(in -> in.side == side).map(Cited::number);
    }

    /// The numbers of the sampled rows, empty where there is none.
    String[] values(SampleSide sample, Side side) {
        ColumnProfile column = column(side);
        Optional<Extraction> number = number(side);
        return number.isEmpty()
                ? sample.values(column, form)
                : IntStream.range(0, sample.rows())
                        .mapToObj(row -> number.get().find(sample.cell(row, column)))
                        .map(found -> NormalText.of(form, found))
                        .toArray(String[]::new);
    }

    private FieldSource source(Side side) {
        String column = column(side).name();
        FieldSource.Text text = new FieldSource.Text(column, form);
        return number(side).map(number -> MadeField.part(text, column, number)).orElse(text);
    }

    /// Maps the number of both sides, and returns the name of its field.
    String map(Draft draft) {
        Side named = cited.map(Cited::side).orElse(Side.RIGHT).other();
        String field = OwnFields.free(draft, column(named).name());
        draft.map(
                field,
                Draft.Mapped.both(source(Side.LEFT), source(Side.RIGHT)),
                OptionalDouble.empty(),
                cited.isPresent()
                        ? "comes again and again, and stands in texts of the other side"
                        : "comes again and again on both sides");
        return field;
    }
}
