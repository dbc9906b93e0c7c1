package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Hands what a transform makes of the cells of a line to the builder of the field's type, as if it
/// stood in the file.
///
/// Costs per row: a text for each cell that is read and one for the result.
final class TransformedBuilder implements FieldBuilder.Wrapping {
    private final FieldBuilder plain;
    private final Transform transform;
    private final int[] cells;
    private final RecordScanner made;
    private Derived last = new Derived.Text("");

    /// @param plain reads cell 0
    /// @param cells where the columns of the transform are
    TransformedBuilder(FieldBuilder plain, Transform transform, int[] cells) {
        this.plain = plain;
        this.transform = transform;
        this.cells = cells;
        this.made = new RecordScanner(Dialect.MADE);
    }

    @Override
    public boolean take(int row, RecordScanner record) {
        List<String> texts = new ArrayList<>(cells.length);
        for (int cell : cells) {
            texts.add(record.text(cell).strip());
        }
        last = transform.of(texts);
        if (!(last instanceof Derived.Text(String text, boolean negated))) {
            return false;
        }
        made.make(text.getBytes(StandardCharsets.UTF_8));
        if (!plain.take(row, made)) {
            return false;
        }
        if (negated && plain instanceof Amounts amounts) {
            amounts.units[row] = -amounts.units[row];
        }
        return true;
    }

    @Override
    public FieldBuilder values() {
        return plain;
    }

    @Override
    public String expected(String found) {
        return switch (last) {
            case Derived.Rejected rejected -> rejected.expected();
            case Derived.Text(String text, _) -> plain.expected(text);
        };
    }

    /// What the cell says, and what was made of it when that is something else.
    @Override
    public String found(String text) {
        return switch (last) {
            case Derived.Rejected rejected -> rejected.found();
            case Derived.Text(String derived, _) when derived.equals(text.strip()) ->
                    FieldBuilder.Wrapping.super.found(text);
            case Derived.Text(String derived, _) ->
                    FieldBuilder.Wrapping.super.found(text)
                            + ", read as "
                            + FieldBuilder.Wrapping.super.found(derived);
        };
    }

    @Override
    public int cell(RecordScanner record) {
        int at = last instanceof Derived.Rejected rejected ? rejected.cell() : 0;
        return at < 0 || at >= cells.length ? -1 : cells[at];
    }
}
