package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import java.util.Optional;

/// How the cells of a column are brought into the form in which they are compared.
///
/// @param part what of a cell is taken, where that is not all of it
record CellForm(NormalForm normal, Optional<CellPart> part) {
    CellForm(NormalForm normal) {
        this(normal, Optional.empty());
    }

    /// A part of a cell: what a person reads as its value, or what the other side has room for.
    interface CellPart {
        String of(String cell);

        /// What a person is told of it.
        String told();

        /// The field that reads this part of a column.
        FieldSource source(FieldSource.Text text);
    }

    String of(String cell) {
        return NormalText.of(normal, part.map(taken -> taken.of(cell)).orElse(cell));
    }

    FieldSource source(String column) {
        FieldSource.Text text = new FieldSource.Text(column, normal);
        return part.map(taken -> taken.source(text)).orElse(text);
    }
}
