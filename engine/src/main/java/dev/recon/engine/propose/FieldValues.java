package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.DatePattern;
import dev.recon.engine.read.Derived;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.read.Transform;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What the sampled entries of a side have in the fields that were mapped.
record FieldValues(Draft draft, Side side) {
    /// The texts of a field, or the currencies, empty where there are none.
    String[] texts(String field) {
        return switch (draft.sources(side).get(field)) {
            case FieldSource.Text(String name, NormalForm form) ->
                    sample().values(column(name), form);
            case FieldSource.Transformed(
                            FieldSource.Text(_, NormalForm form),
                            Transform transform) ->
                    made(transform, form);
            case FieldSource.Date(String name, DatePattern pattern) ->
                    Arrays.stream(sample().dates(column(name), pattern))
                            .mapToObj(day -> day == DateColumn.ABSENT ? "" : String.valueOf(day))
                            .toArray(String[]::new);
            case null, default -> new RowCurrencies(draft).of(side);
        };
    }

    /// The dates as days, [DateColumn#ABSENT] where there are none.
    int[] days() {
        return switch (draft.sources(side).get(Table.DATE)) {
            case FieldSource.Date(String name, DatePattern pattern) ->
                    sample().dates(column(name), pattern);
            case FieldSource.Transformed(
                            FieldSource.Date(_, DatePattern pattern),
                            Transform transform) ->
                    Arrays.stream(made(transform, NormalForm.EXACT))
                            .mapToInt(text -> day(pattern, text))
                            .toArray();
            case null, default -> {
                int[] none = new int[sample().rows()];
                Arrays.fill(none, DateColumn.ABSENT);
                yield none;
            }
        };
    }

    private static int day(DatePattern pattern, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return pattern.parse(bytes, 0, bytes.length);
    }

    /// What a transform makes of the sampled rows.
    String[] made(Transform transform, NormalForm form) {
        List<ColumnProfile> columns = transform.columns().stream().map(this::column).toList();
        String[] texts = new String[sample().rows()];
        for (int at = 0; at < texts.length; at++) {
            int row = at;
            List<String> cells =
                    columns.stream().map(column -> sample().cell(row, column)).toList();
            texts[row] =
                    transform.of(cells) instanceof Derived.Text text
                            ? NormalText.of(form, text.text())
                            : "";
        }
        return texts;
    }

    private SampleSide sample() {
        return draft.sample(side);
    }

    private ColumnProfile column(String name) {
        return sample().inspection().find(name).orElseThrow();
    }
}
