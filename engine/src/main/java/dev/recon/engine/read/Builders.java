package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.util.ArrayList;
import java.util.List;

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
        switch (source) {
            case FieldSource.Amount(String column, char mark, boolean opposite) ->
                    made.add(
                            new Named(
                                    field,
                                    new FieldBuilder.Amounts(
                                            column,
                                            new AmountParser(mark, decimals),
                                            FieldBuilder.AmountCells.signed(index(column)),
                                            opposite)));
            case FieldSource.DebitCredit(
                            String debit,
                            String credit,
                            char mark,
                            boolean opposite) ->
                    made.add(
                            new Named(
                                    field,
                                    new FieldBuilder.Amounts(
                                            credit,
                                            new AmountParser(mark, decimals),
                                            new FieldBuilder.AmountCells(
                                                    index(credit), index(debit)),
                                            opposite)));
            case FieldSource.CurrencyColumn(String column) ->
                    made.add(new Named(field, new FieldBuilder.Currencies(column, index(column))));
            case FieldSource.CurrencyConstant _ -> {}
            case FieldSource.Date(String column, DatePattern pattern) ->
                    made.add(
                            new Named(
                                    field, new FieldBuilder.Dates(column, pattern, index(column))));
            case FieldSource.Text(String column, NormalForm form) ->
                    addText(made, field, column, form);
        }
    }

    private void addText(List<Named> made, String field, String column, NormalForm form) {
        int cell = index(column);
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
