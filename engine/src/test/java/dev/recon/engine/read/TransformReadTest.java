package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.money.Money;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.rules.RuleSetYaml;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a transform gives is read like a cell that says the same, and rejected like one.
class TransformReadTest {
    private static final String FIELDS =
            """
            version: 1
            decimals: 2
            lookups:
              kinds: {pay: payment, fee: charge}
            left:
              fields:
                amount: {column: amount}
            right:
              fields:
                amount:
                  column: Betrag
                  decimal: ","
                  sign: {column: S/H, minus: [S], plus: [H]}
                date:      {column: Tag, extract: 'am (\\S+)', format: dd.MM.yyyy}
                currency:  {constant: EUR}
                reference: {column: Zweck, extract: '(?i)inv[- ]?(\\d+)'}
                text:      {expression: 'row["Zweck"] + " " + row["Art"].upper()', as: exact}
                kind:      {column: Art, lookup: {table: kinds, missing: keep}}
            passes:
              - {name: a, kind: exact, key: [amount]}
            """;
    private static final String HEADER = "Betrag,S/H,Tag,Zweck,Art\n";
    private static final ColumnPlan PLAN =
            new ColumnPlan(
                    Set.of("reference", "text", "kind"),
                    Set.of(),
                    Map.of("text", new ColumnPlan.TokenLength(3, 12)));

    @Test
    void aLineBecomesWhatItsTransformsGive() {
        ReadResult read =
                read(
                        HEADER
                                + "\"1.204,50\",H,am 05.03.2026,Inv 4711,pay\n"
                                + "\"2,00\",s,am 06.03.2026,nothing,other\n");
        assertThat(read.rejected()).isEmpty();
        assertThat(read.table().amounts().units()).startsWith(120_450, -200);
        assertThat(Reads.print(read))
                .satisfiesExactly(
                        first -> assertThat(first).contains("EUR 1204.50 20517 4711 "),
                        second -> assertThat(second).contains("EUR -2.00 20518  "));
    }

    @Test
    void aLineThatATransformCannotTakeIsRejectedWithItsColumn() {
        ReadResult read =
                read(
                        HEADER
                                + "\"1,00\",X,am 05.03.2026,a,pay\n"
                                + "\"1,00\",H,05.03.2026,a,pay\n"
                                + "\"1,00\",H,am 31.02.2026,a,pay\n"
                                + "eins,H,,a,pay\n");
        assertThat(read.rejected())
                .extracting(line -> line.column() + ": " + line.found() + "; " + line.expected())
                .containsExactly(
                        "S/H: 'X'; S for minus or H for plus",
                        "Tag: 'am 31.02.2026', read as '31.02.2026'; a date written as dd.MM.yyyy,"
                                + " such as 31.01.2026",
                        "Betrag: 'eins'; an amount such as 1.234,56 or -12,5");
        assertThat(read.table().rows()).as("a date that is not there is absent").isEqualTo(1);
    }

    @Test
    void anyNumberOfThreadsAndStretchesGivesTheSame() {
        CsvReader reader = reader(manyLines());
        List<String> once = Reads.print(reader.read(1, "read", Progress.NONE));
        assertThat(once).hasSize(3_000);
        for (int bytes : List.of(100, 1_000, 33_333)) {
            CsvReader other = reader.withStretches(bytes);
            assertThat(Reads.print(other.read(8, "read", Progress.NONE))).isEqualTo(once);
        }
    }

    @Test
    void aPreviewSaysWhatARunReadsAndRejects() {
        RuleSet rules = rules(FIELDS);
        ReadResult run = reader(manyLines()).read(1, "read", Progress.NONE);
        Map<Integer, String> amounts = new HashMap<>();
        Set<Integer> rejected = new TreeSet<>();
        ArrayBytes file = ArrayBytes.of("bank.csv", manyLines());
        for (String field : rules.right().fields().keySet()) {
            var wanted = new FieldPreviews.Wanted(field, 2, 3_000, 3_000);
            FieldPreview preview = FieldPreviews.of(file, rules.right(), wanted, Progress.NONE);
            assertThat(preview.lines()).isEqualTo(3_000);
            assertThat(preview.failed()).hasSize(preview.rejected());
            preview.failed().forEach(line -> rejected.add(line.line()));
            if (field.equals(Table.AMOUNT)) {
                preview.first().forEach(line -> amounts.put(line.line(), line.after()));
            }
        }
        assertThat(run.rejected())
                .extracting(RejectedLine::line)
                .containsExactlyElementsOf(rejected)
                .isNotEmpty();
        for (int row = 0; row < run.table().rows(); row++) {
            String amount = Money.value(run.table().amounts().units()[row], 2, 0);
            assertThat(amounts).containsEntry(run.table().lines().line(row), amount);
        }
    }

    @Test
    void aTransformThatChangesNothingGivesWhatNoneGives() {
        String text =
                """
                a,b,c
                 1.50 ,2026-01-31, x-1 Y
                -2,,"q""r"
                x,2026-02-30,é
                (3.00),2026-01-01,
                """;
        String plain =
                "{amount: {column: a}, date: {column: b, format: yyyy-MM-dd}, reference: {column:"
                        + " c}}";
        String transformed =
                "{amount: {column: a, extract: '.*'}, date: {column: b, extract: '.*', format:"
                        + " yyyy-MM-dd}, reference: {expression: row.c}}";
        Table one = sides(plain, text).table();
        Table other = sides(transformed, text).table();
        assertThat(other.rows()).isEqualTo(one.rows()).isPositive();
        for (int row = 0; row < one.rows(); row++) {
            assertThat(other.money(row)).isEqualTo(one.money(row));
            assertThat(other.dates().days()[row]).isEqualTo(one.dates().days()[row]);
            assertThat(other.get("reference").hash(row)).isEqualTo(one.get("reference").hash(row));
        }
    }

    private static String manyLines() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(HEADER);
        for (int line = 0; line < 3_000; line++) {
            text.append(random.nextInt(999)).append(random.nextInt(9) == 0 ? "x," : ",");
            text.append("SHX".charAt(random.nextInt(20) == 0 ? 2 : random.nextInt(2)));
            text.append(",am 0").append(1 + random.nextInt(9)).append(".03.2026,Zahlung INV-");
            text.append(random.nextInt(99_999)).append(random.nextBoolean() ? ",pay\n" : ",fee\n");
        }
        return text.toString();
    }

    private static ReadResult sides(String fields, String text) {
        RuleSet own =
                rules(
                        "version: 1\ndecimals: 2\nleft: {fields: "
                                + fields
                                + "}\nright: {fields: {amount: {column: a}}}\npasses:\n"
                                + "  - {name: a, kind: exact, key: [amount]}\n");
        ColumnPlan plan = new ColumnPlan(Set.of("reference"), Set.of(), Map.of());
        return new CsvReader(ArrayBytes.of("t.csv", text), own.left(), plan, 2)
                .read(1, "read", Progress.NONE);
    }

    private static ReadResult read(String text) {
        return reader(text).read(1, "read", Progress.NONE);
    }

    private static CsvReader reader(String text) {
        return new CsvReader(ArrayBytes.of("bank.csv", text), rules(FIELDS).right(), PLAN, 2);
    }

    private static RuleSet rules(String yaml) {
        return switch (RuleSetYaml.parse(yaml)) {
            case RuleSetYaml.Result.Valid(RuleSet rules) -> rules;
            case RuleSetYaml.Result.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
