package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.table.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// Sums of lines above, in files that are read in stretches by several threads.
class TotalLinesTest {
    private static final String FILE =
            """
            id,debit,credit
            a,1.00,
            b,2.00,
            c,,4.00
            ,3.00,4.00
            d,5.00,
            ,5.00,
            e,,
            ,8.00,4.00
            ,8.00,4.01
            """;

    @Test
    void everyAmountOfALineMustBeASum() {
        assertThat(rejected(1 << 20, 1)).isEqualTo("4 6 8");
    }

    @Test
    void stretchesAndThreadsChangeNothing() {
        for (int bytes = 1; bytes < 60; bytes += 7) {
            assertThat(rejected(bytes, 3)).isEqualTo("4 6 8");
        }
    }

    /// A sum of one line, or of lines from the middle on, is an accident.
    @Test
    void entriesThatSayWhatOthersDoAreNoTotals() {
        assertThat(rejected("id,debit,credit\na,5.00,\nb,9.00,\n,9.00,\n")).isEmpty();
        assertThat(rejected("id,debit,credit\na,5.00,\n,5.00,\nb,7.00,\n")).isEmpty();
    }

    /// An account with one entry, between others.
    @Test
    void whereThereAreTotalsOneMayBeThatOfOneLine() {
        String file = "id,debit,credit\na,5.00,\n,5.00,\nb,1.00,\nc,2.00,\n,3.00,\n,8.00,\n";
        assertThat(rejected(file)).isEqualTo("2 5 6");
    }

    private static String rejected(int bytes, int threads) {
        return rejected(FILE, bytes, threads);
    }

    private static String rejected(String file) {
        return rejected(file, 1 << 20, 1);
    }

    private static String rejected(String file, int bytes, int threads) {
        SequencedMap<String, FieldSource> fields = new LinkedHashMap<>();
        fields.put("id", new FieldSource.Text("id", NormalForm.EXACT));
        Totals totals = new Totals(List.of("debit", "credit"), List.of("id"), '.');
        Layout layout = new Layout(Reads.COMMA, fields, AbsentWords.NONE, totals, Choices.NONE);
        ReadResult read =
                new CsvReader(ArrayBytes.of("f.csv", file), layout, ColumnPlan.NONE, 2)
                        .withStretches(bytes)
                        .read(threads, "read", Progress.NONE);
        return String.join(
                " ", read.rejected().stream().map(line -> String.valueOf(line.line())).toList());
    }
}
