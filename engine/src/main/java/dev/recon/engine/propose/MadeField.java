package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.transform.Expression;
import dev.recon.engine.transform.ExpressionCompiler;
import dev.recon.engine.transform.ResultType;
import java.util.Map;

/// A field that an expression of ours makes of columns.
final class MadeField {
    private MadeField() {}

    /// The text of a column, as an expression names it.
    static String column(String name) {
        return "row[" + quoted(name) + "]";
    }

    /// A text in quotes.
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// @param understood what the result is read as
    static FieldSource of(FieldSource understood, String expression, ResultType type) {
        return switch (new ExpressionCompiler(Map.of()).compile(expression, type)) {
            case ExpressionCompiler.Result.Compiled(Expression compiled) ->
                    new FieldSource.Transformed(understood, compiled);
            case ExpressionCompiler.Result.Faulty(var faults) ->
                    throw new IllegalStateException(expression + ": " + faults);
        };
    }
}
