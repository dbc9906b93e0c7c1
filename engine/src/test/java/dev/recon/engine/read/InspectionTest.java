package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/// What a file is, found out by looking at it.
class InspectionTest {
    @Test
    void linesBeforeTheHeaderAreSkipped() {
        Inspection found =
                inspect(
                        """
                        Account statement
                        Account;DE12

                        "two
                        lines"
                        date;amount;text
                        2026-01-31;1,50;a
                        2026-02-01;2,50;b
                        """);
        assertThat(found.dialect().delimiter()).isEqualTo(';');
        assertThat(found.dialect().skip()).isEqualTo(5);
        assertThat(found.dialect().header()).isTrue();
        assertThat(found.header().columns()).containsExactly("date", "amount", "text");
        assertThat(found.rows()).hasSize(2);
    }

    @Test
    void aFileWithoutHeaderHasNumberedColumns() {
        Inspection found = inspect("2026-01-31,12.50,abc\n2026-02-01,13.50,def\n");
        assertThat(found.dialect().header()).isFalse();
        assertThat(found.header().columns()).containsExactly("1", "2", "3");
        assertThat(found.records()).isEqualTo(2);
        assertThat(inspect("ab,x\ncd,y\nab,z\n").dialect().header()).isFalse();
    }

    @Test
    void oneColumnIsATableToo() {
        Inspection found = inspect("reference\nR1\nR2\nR3\n");
        assertThat(found.header().columns()).containsExactly("reference");
        assertThat(found.records()).isEqualTo(3);
    }

    @Test
    void delimitersInsideQuotesSplitNothing() {
        Inspection found = inspect("name;note\n\"a;b;c\";x\n\"d;e;\n;;\";y\nf;\"z\"\"\"\n");
        assertThat(found.dialect().delimiter()).isEqualTo(';');
        assertThat(found.rows())
                .containsExactly(
                        List.of("a;b;c", "x"), List.of("d;e;\n;;", "y"), List.of("f", "z\""));
    }

    @Test
    void decimalCommasDoNotSplitCells() {
        for (int amounts = 1; amounts < 8; amounts++) {
            StringBuilder text = new StringBuilder("date");
            for (int amount = 0; amount < amounts; amount++) {
                text.append(";amount ").append(amount);
            }
            for (int row = 10; row < 30; row++) {
                text.append("\n").append(row).append(".01.2026");
                for (int amount = 0; amount < amounts; amount++) {
                    text.append(';').append(row * 7 % 13 - 5).append(",5").append(amount);
                }
            }
            Inspection found = inspect(text.toString());
            assertThat(found.dialect().delimiter()).as("%s amounts", amounts).isEqualTo(';');
            assertThat(found.dialect().header()).isTrue();
            assertThat(found.columns().get(1).type())
                    .isInstanceOfSatisfying(
                            ColumnType.Amount.class,
                            type -> assertThat(type.decimalMark()).isEqualTo(','));
        }
    }

    @Test
    void everyDelimiterIsFound() {
        for (char delimiter : new char[] {',', ';', '\t', '|', '^'}) {
            String text = "id,name,amount\n1,Smith & Co.,10.00\n2,A b,-3.50\n";
            Inspection found = inspect(text.replace(',', delimiter));
            assertThat(found.dialect().delimiter()).isEqualTo(delimiter);
            assertThat(found.header().columns()).containsExactly("id", "name", "amount");
        }
    }

    @Test
    void emptyAndRepeatedNamesAreMadeUnique() {
        Inspection found = inspect("amount,,amount,amount,,amount (2)\n1.5,a,2.5,3.5,b,4.5\n");
        assertThat(found.header().columns())
                .containsExactly(
                        "amount",
                        "column 2",
                        "amount (2)",
                        "amount (3)",
                        "column 5",
                        "amount (2) (2)");
    }

    @Test
    void titlesThatAreFilledUpWithDelimitersAreNoHeader() {
        Inspection found =
                inspect(
                        """
                        Ledger,,,
                        Period,04/2026,,
                        ,,,
                        day,text,amount,balance
                        2026-04-01,rent,-10.00,90.00
                        2026-04-02,,5.00,95.00
                        """);
        assertThat(found.header().columns()).containsExactly("day", "text", "amount", "balance");
        assertThat(found.dialect().skip()).isEqualTo(3);
        assertThat(found.rows()).hasSize(2);
        assertThat(inspect("a,,,\nx,,,\ny,,,\n").header().columns().getFirst()).isEqualTo("a");
        assertThat(inspect("1,,,\n2,b,c,5\n").rows()).hasSize(2);
    }

    @Test
    void aBrokenHeaderIsAProblemAndNoPreamble() {
        assertThatThrownBy(() -> inspect("\"id,amount\nR1,1.00\nR2,2.00\n"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("test.csv, line 1")
                .hasMessageContaining("a quote that is never closed");
        String rows = "R1,1.00\n".repeat(20_000);
        assertThatThrownBy(() -> inspect("\"id,amount\n" + rows)).isInstanceOf(InputProblem.class);
    }

    @Test
    void aHeaderLongerThanTheFirstLookIsFound() {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < 3_000; column++) {
            names.add("a column with a long name, number " + column);
        }
        String header = String.join("|", names);
        String row = "x|".repeat(names.size() - 1) + "y\n";
        Inspection found = inspect(header + "\n" + row.repeat(3));
        assertThat(found.header().columns()).isEqualTo(names);
    }

    @Test
    void filesWithoutEntriesAreProblems() {
        assertThatThrownBy(() -> inspect("")).hasMessageContaining("found an empty file");
        assertThatThrownBy(() -> inspect("\n\n")).hasMessageContaining("found no line of text");
        assertThatThrownBy(() -> inspect("id,amount,date\n"))
                .hasMessageContaining("a header, but no line behind it");
    }

    @Test
    void recordsAreCountedWithoutBlankLines() {
        assertThat(inspect("id,amount\n\n1,2.0\n\n\n2,3.0\nbroken\n\n").records()).isEqualTo(3);
    }

    @Test
    void theSizeOfALargeFileIsEstimated() {
        StringBuilder text = new StringBuilder("id,amount,text\n");
        for (int row = 0; row < 200_000; row++) {
            text.append(String.format(Locale.ROOT, "%d,%d.50,some text %d\n", row, row % 97, row));
        }
        Inspection found = inspect(text.toString());
        assertThat(found.isComplete()).isFalse();
        assertThat(found.records()).isBetween(190_000L, 210_000L);
    }

    /// Lines of 4 kB: stretches of 64 kB each would hold 128 of them.
    @Test
    void enoughLinesAreLookedAtHoweverLongTheyAre() {
        String cells = ",1234567".repeat(500);
        Inspection found =
                inspect("id" + ",c".repeat(500) + "\n" + ("A" + cells + "\n").repeat(4_000));
        assertThat(found.rows()).hasSizeGreaterThan(1_900).hasSizeLessThan(2_100);
        assertThat(found.records()).isBetween(3_900L, 4_100L);
    }

    @Test
    void datesThatMayBeReadTwoWaysKeepBoth() {
        ColumnType.Date both = date(row -> String.format("0%d/1%d/2026", 1 + row % 9, row % 3));
        assertThat(both.patterns())
                .containsExactly(DatePattern.of("dd/MM/yyyy"), DatePattern.of("MM/dd/yyyy"));
        assertThat(both.proofs()).isZero();
    }

    @Test
    void daysAboveTwelveProveTheOrder() {
        ColumnType.Date days = date(row -> String.format("%02d/03/2026", 1 + row));
        assertThat(days.patterns()).containsExactly(DatePattern.of("dd/MM/yyyy"));
        assertThat(days.proofs()).isEqualTo(8);
        ColumnType.Date months = date(row -> String.format("03/%02d/2026", 11 + row));
        assertThat(months.patterns()).containsExactly(DatePattern.of("MM/dd/yyyy"));
        assertThat(months.proofs()).isEqualTo(18);
        ColumnType.Date all = date(row -> "13/0" + (1 + row % 9) + "/2026");
        assertThat(all.proofs()).isEqualTo(20);
    }

    @Test
    void eightDigitsAreDatesOnlyWhereAllOfThemAre() {
        assertThat(type(row -> "202601" + (11 + row))).isInstanceOf(ColumnType.Date.class);
        assertThat(type(row -> String.valueOf(20_260_101 + 37 * row)))
                .isInstanceOf(ColumnType.Amount.class);
    }

    @Test
    void aFirstCellThatIsNoDateDoesNotHideTheOthers() {
        List<String> cells = new ArrayList<>(List.of("n/a"));
        for (int row = 0; row < 98; row++) {
            cells.add("2026-03-" + (10 + row % 20));
        }
        cells.add("unknown");
        assertThat(type(cells::get, 100)).isInstanceOf(ColumnType.Date.class);
    }

    @Test
    void oneUnreadableCellAmongADozenIsNoOtherType() {
        StringBuilder text = new StringBuilder("booked,amount,currency\n");
        for (int row = 1; row < 12; row++) {
            text.append(String.format(Locale.ROOT, "2026-01-%02d,%d.50,EUR\n", row, row));
        }
        Inspection found = inspect(text + "the last,unclear,several\n");
        assertThat(types(found))
                .containsExactly(
                        ColumnType.Date.class, ColumnType.Amount.class, ColumnType.Currency.class);
        assertThat(found.columns().get(1).confidence()).isEqualTo(11.0 / 12);
        Inspection two = inspect(text + "the last,unclear,several\nbehind it,open,both\n");
        assertThat(types(two)).doesNotContain(ColumnType.Amount.class, ColumnType.Date.class);
    }

    private static List<Class<?>> types(Inspection found) {
        return found.columns().stream().<Class<?>>map(it -> it.type().getClass()).toList();
    }

    @Test
    void numbersThatBeginWithZerosAreCodes() {
        assertThat(type(row -> String.format("%05d", row * 911)))
                .isEqualTo(new ColumnType.Code(5, 5));
        assertThat(type(row -> row == 3 ? "00" : row + ".50"))
                .isInstanceOf(ColumnType.Amount.class);
        assertThat(type(row -> "INV" + (1000 + row))).isEqualTo(new ColumnType.Code(7, 7));
        assertThat(type(row -> "EUR " + row + ".50")).isInstanceOf(ColumnType.Amount.class);
    }

    @Test
    void currenciesAmountsAndEmptyColumnsAreSeen() {
        assertThat(type(row -> row % 2 == 0 ? "EUR" : "usd"))
                .isInstanceOf(ColumnType.Currency.class);
        assertThat(type(row -> row % 2 == 0 ? "ABC" : "QQQ")).isInstanceOf(ColumnType.Code.class);
        assertThat(type(row -> "")).isInstanceOf(ColumnType.Empty.class);
        assertThat(type(row -> "0.1234567" + row))
                .isInstanceOfSatisfying(
                        ColumnType.Amount.class,
                        amount -> assertThat(amount.decimals()).isEqualTo(9));
        assertThat(type(row -> (1 + row) + ".234"))
                .isEqualTo(new ColumnType.Amount('.', 3, false, 1));
        assertThat(type(row -> row == 7 ? "1.234,50" : (1 + row) + ".234"))
                .isInstanceOfSatisfying(
                        ColumnType.Amount.class,
                        amount -> assertThat(amount.decimalMark()).isEqualTo(','));
        assertThat(type(row -> "some text " + row)).isInstanceOf(ColumnType.Text.class);
    }

    private static ColumnType.Date date(IntFunction<String> cell) {
        return (ColumnType.Date) type(cell);
    }

    private static ColumnType type(IntFunction<String> cell) {
        return type(cell, 20);
    }

    private static ColumnType type(IntFunction<String> cell, int rows) {
        StringBuilder text = new StringBuilder("id|tested\n");
        for (int row = 0; row < rows; row++) {
            text.append("id ").append(row).append('|').append(cell.apply(row)).append('\n');
        }
        return inspect(text.toString()).find("tested").orElseThrow().type();
    }

    private static Inspection inspect(String text) {
        return Inspection.of(ArrayBytes.of("test.csv", text), StandardCharsets.UTF_8);
    }
}
