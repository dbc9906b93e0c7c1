package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Makes the builders of a stretch: one for each field that the table keeps.
record Builders(Bytes file, Layout layout, ColumnPlan plan, Header header, int decimals) {
    /// The builders by field, in a fixed order; each stretch gets its own.
    List<Named> make() {
        List<Named> made = new ArrayList<>();
        layout.fields().forEach((field, source) -> add(made, field, source));
        return made;
    }

    /// A builder and the field that it is for.
    record Named(String field, FieldBuilder builder) {}

    private void add(List<Named> made, String field, FieldSource source) {
        if (source instanceof FieldSource.Transformed(FieldSource as, Transform transform)) {
            List<Named> plain = new ArrayList<>();
            addPlain(plain, field, as, _ -> 0);
            int[] cells = transform.columns().stream().mapToInt(this::index).toArray();
            for (Named named : plain) {
                made.add(
                        new Named(
                                field, new TransformedBuilder(named.builder(), transform, cells)));
            }
        } else {
            addPlain(made, field, source, this::index);
        }
    }

    /// @param index the cell of a column
    private void addPlain(
            List<Named> made, String field, FieldSource source, ToIntFunction<String> index) {
        switch (source) {
            case FieldSource.Amount(String column, char mark, boolean opposite) ->
                    made.add(
                            new Named(
                                    field,
                                    new FieldBuilder.Amounts(
                                            column,
                                            new AmountParser(mark, decimals),
                                            index.applyAsInt(column),
                                            opposite)));
            case FieldSource.SplitAmount split -> made.add(split(field, source, split));
            case FieldSource.SplitCurrency(FieldSource.SplitAmount split) ->
                    made.add(split(field, source, split));
            case FieldSource.CurrencyColumn(String column) ->
                    made.add(
                            new Named(
                                    field,
                                    new FieldBuilder.Currencies(column, index.applyAsInt(column))));
            case FieldSource.CurrencyConstant _ -> {}
            case FieldSource.Date(String column, DatePattern pattern) ->
                    made.add(
                            new Named(
                                    field,
                                    new FieldBuilder.Dates(
                                            column, pattern, index.applyAsInt(column))));
            case FieldSource.Time(String column, int ahead) ->
                    made.add(
                            new Named(
                                    field,
                                    new TimeBuilder(column, index.applyAsInt(column), ahead)));
            case FieldSource.Text text ->
                    addText(made, field, text, index.applyAsInt(text.column()));
            case FieldSource.Transformed _ ->
                    throw new IllegalArgumentException("a transform of a transform: " + source);
        }
    }

    private Named split(String field, FieldSource source, FieldSource.SplitAmount split) {
        AmountParser parser = new AmountParser(split.decimalMark(), decimals);
        String column = split.parts().getLast().column();
        FieldBuilder values =
                source instanceof FieldSource.SplitCurrency
                        ? new FieldBuilder.Currencies(column, 0)
                        : new FieldBuilder.Amounts(column, parser, 0, false);
        int[] cells = split.columns().stream().mapToInt(this::index).toArray();
        return new Named(field, new SplitBuilder(values, split, parser, cells));
    }

    private void addText(List<Named> made, String field, FieldSource.Text source, int cell) {
        String column = source.column();
        NormalForm form = source.form();
        if (plan.texts().contains(field)) {
            made.add(new Named(field, new TextBuilder(column, cell, form, false)));
        } else if (plan.hashed().contains(field)) {
            made.add(new Named(field, new TextBuilder(column, cell, form, true)));
        }
        ColumnPlan.TokenLength length = plan.tokens().get(field);
        if (length != null) {
            made.add(
                    new Named(
                            field,
                            new TokenBuilder(
                                    column,
                                    cell,
                                    new TokenBuilder.Wanted(
                                            length, plan.references().get(field)))));
        }
    }

    private int index(String column) {
        return header.index(column, file);
    }
}
