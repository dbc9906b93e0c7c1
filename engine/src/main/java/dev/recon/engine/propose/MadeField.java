package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.transform.Expression;
import dev.recon.engine.transform.ExpressionCompiler;
import dev.recon.engine.transform.Extraction;
import dev.recon.engine.transform.ResultType;
import dev.recon.engine.transform.Steps;
import java.util.Map;
import java.util.Optional;

/// Fields that a pattern or an expression of ours makes of columns.
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

    /// What a pattern finds in a column.
    ///
    /// @param understood what the result is read as
    static FieldSource part(FieldSource understood, String column, Extraction part) {
        return new FieldSource.Transformed(
                understood,
                new Steps(column, Optional.of(part), Optional.empty(), Optional.empty()));
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
