package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.recon.engine.table.BloomFilter;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Texts that repeat are kept once, and nobody sees a difference.
class RepeatedTextTest {
    private static final int ROWS = 8 * TextColumnBuilder.SAMPLE_ROWS + 50_000;

    @Test
    void aTextThatRepeatsIsKeptOnce() {
        TextColumn column = read(row -> "A" + row % 1_000);

        assertThat(column.isShared()).isTrue();
        assertThat(column.arena()).hasSizeLessThan(20_000);
    }

    @Test
    void textsThatAreAllDifferentHaveAValueEach() {
        assertThat(read(row -> "A" + row).isShared()).isFalse();
    }

    @Test
    void eachRowSaysWhatItsLineSays() {
        for (IntFunction<String> texts : texts()) {
            TextColumn column = read(texts);
            for (int row = 0; row < ROWS; row++) {
                String text = texts.apply(row);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                long hash = text.isEmpty() ? 0 : Hash.of(bytes, 0, bytes.length);
                if (!column.text(row).equals(text)
                        || column.length(row) != text.length()
                        || column.hash(row) != hash) {
                    fail("row %s: '%s' is '%s'", row, text, column.text(row));
                }
            }
        }
    }

    /// Few, many, some that are missing, and values that only come when the sample is over.
    private static Iterable<IntFunction<String>> texts() {
        return Set.of(
                row -> "A" + row % 1_000,
                row -> "PARTY" + row % 180_000,
                row -> row % 3 == 0 ? "" : "B" + row % 7,
                row -> row < TextColumnBuilder.SAMPLE_ROWS + 9_999 ? "C" : "LONGER THAN " + row);
    }

    private static TextColumn read(IntFunction<String> texts) {
        StringBuilder lines = new StringBuilder("amount,reference\n");
        IntStream.range(0, ROWS)
                .forEach(row -> lines.append("1.00,").append(texts.apply(row)).append('\n'));
        ArrayBytes file = ArrayBytes.of("test.csv", lines.toString());
        var fields = Reads.fields();
        fields.keySet().retainAll(Set.of("amount", "reference"));
        fields.put("reference", new FieldSource.Text("reference", NormalForm.EXACT));
        ColumnPlan plan = new ColumnPlan(Set.of("reference"), Set.of(), Map.of());
        Table table =
                new CsvReader(file, new Layout(Reads.COMMA, fields), plan, 2)
                        .withStretches(100_000)
                        .read(2, "read", Progress.NONE)
                        .table();
        return (TextColumn) table.get("reference");
    }

    @Test
    void whatWasAddedToABloomFilterMayBeInItAndLittleElse() {
        BloomFilter filter = new BloomFilter(10_000);
        IntStream.range(0, 10_000).forEach(number -> filter.add(Hash.of(number)));

        assertThat(IntStream.range(0, 10_000))
                .allMatch(number -> filter.mayContain(Hash.of(number)));
        assertThat(IntStream.range(10_000, 110_000).filter(n -> filter.mayContain(Hash.of(n))))
                .hasSizeLessThan(5_000);
    }
}
