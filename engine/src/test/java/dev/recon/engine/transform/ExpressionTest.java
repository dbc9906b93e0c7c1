package dev.recon.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Derived;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What expressions give, exactly, and what they say when they cannot.
class ExpressionTest {
    private static final Map<String, LookUpTable> TABLES =
            Map.of(
                    "accounts",
                    new LookUpTable("accounts", new LinkedHashMap<>(Map.of("1200", "Bank"))));

    @ParameterizedTest
    @CsvFileSource(resources = "values.txt", delimiter = '|', quoteCharacter = '`')
    void anExpressionGivesAnExactValueOfItsType(ResultType type, String text, String expected) {
        Expression made = compiled(text.replace(" or ", " || "), type);
        Map<String, String> row =
                Map.of("A", "x1", "B", "7", "C", "1.234,50", "D", "1200", "E", "28.02.2026");
        List<String> cells = made.columns().stream().map(row::get).toList();
        assertThat(made.of(cells)).isEqualTo(new Derived.Text(expected));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "rejected.txt", delimiter = '|', quoteCharacter = '`')
    void aLineItCannotBeEvaluatedOnIsRejectedWithTheReason(
            String text, String cell, String expected) {
        assertThat(compiled(text, ResultType.AMOUNT).of(List.of(cell)))
                .isEqualTo(new Derived.Rejected(0, "'" + cell + "'", expected));
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsPlace() {
        assertThat(faults("row[\"A\"] + foo\n + row.B.amount() + row.B.date(\"dd\")"))
                .containsExactly("2:32", "1:12", "2:2", "2:19");
        assertThat(faults("row.A.extract(\"(\") + row.B.lookup(\"acounts\")"))
                .containsExactly("1:15", "1:35");
        assertThat(faults("row.A.amount()")).containsExactly("1:13");
        assertThat(faults("1.5 + 2")).containsExactly("1:5");
        assertThat(faults("row[")).hasSize(1);
        assertThat(faults("\"a\" + row")).isNotEmpty();
    }

    @Test
    void columnsAreThoseThatItNames() {
        assertThat(compiled("row[\"a b\"] + row.C + row[\"a b\"]", ResultType.TEXT).columns())
                .containsExactly("a b", "C");
    }

    private static List<String> faults(String text) {
        var result = new ExpressionCompiler(TABLES).compile(text, ResultType.TEXT);
        List<String> places = new ArrayList<>();
        if (result instanceof ExpressionCompiler.Result.Faulty(var faults)) {
            faults.forEach(fault -> places.add(fault.line() + ":" + fault.column()));
        }
        return places;
    }

    private static Expression compiled(String text, ResultType type) {
        return switch (new ExpressionCompiler(TABLES).compile(text, type)) {
            case ExpressionCompiler.Result.Compiled(Expression expression) -> expression;
            case ExpressionCompiler.Result.Faulty(var faults) ->
                    throw new AssertionError(text + ": " + faults);
        };
    }
}
