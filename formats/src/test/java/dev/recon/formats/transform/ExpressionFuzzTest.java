package dev.recon.formats.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.recon.engine.read.Derived;
import dev.recon.engine.transform.Expression;
import dev.recon.engine.transform.ExpressionCompiler;
import dev.recon.engine.transform.ExpressionFault;
import dev.recon.engine.transform.LookUpTable;
import dev.recon.engine.transform.ResultType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What must hold of any expression of a transform: it is refused with what was found and what was
/// expected, or it makes a bounded text of any cells, the same one each time. It stands here,
/// beside the readers, because this is where fuzzers are run.
class ExpressionFuzzTest {
    private static final int MADE_CHARS_MAX = 1 << 16;
    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(
                    Map.of(
                            "codes",
                            new LookUpTable(
                                    "codes", new LinkedHashMap<>(Map.of("S", "-", "H", "+")))));

    /// An expression, and a cell for it behind the first line break.
    @FuzzTest(maxDuration = "10m")
    void anyExpression(FuzzedDataProvider given) {
        ResultType type = given.pickValue(ResultType.values());
        String[] parts = given.consumeRemainingAsString().split("\n", 2);
        switch (COMPILER.compile(parts[0], type)) {
            case ExpressionCompiler.Result.Faulty(List<ExpressionFault> faults) ->
                    assertThat(faults).isNotEmpty().allSatisfy(ExpressionFuzzTest::requireTold);
            case ExpressionCompiler.Result.Compiled(Expression expression) ->
                    requireSteady(expression, parts.length == 1 ? "-1.204,50" : parts[1]);
        }
    }

    private static void requireTold(ExpressionFault fault) {
        assertThat(fault.found()).isNotBlank();
        assertThat(fault.expected()).isNotBlank();
        assertThat(fault.line()).isPositive();
        assertThat(fault.column()).isPositive();
    }

    private static void requireSteady(Expression expression, String cell) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < expression.columns().size(); column++) {
            cells.add(column % 2 == 0 ? cell : "");
        }
        Derived made = expression.derive(cells);
        assertThat(expression.derive(cells)).isEqualTo(made);
        switch (made) {
            case Derived.Text(String text, _) ->
                    assertThat(text).hasSizeLessThanOrEqualTo(MADE_CHARS_MAX);
            case Derived.Rejected(_, String found, String expected) -> {
                assertThat(found).isNotBlank();
                assertThat(expected).isNotBlank();
            }
        }
    }
}
