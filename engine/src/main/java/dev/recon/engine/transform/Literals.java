package dev.recon.engine.transform;

import com.google.re2j.Pattern;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.recon.engine.read.DatePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What an expression must say in so many words, so that it is known before the first line:
/// columns, patterns, formats of dates, look-up tables.
final class Literals {
    private static final String INDEX = "_[_]";

    private final CelAbstractSyntaxTree tree;
    private final Map<String, LookUpTable> tables;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<String, DatePattern> dates = new HashMap<>();
    private final List<ExpressionFault> faults = new ArrayList<>();

    private Literals(CelAbstractSyntaxTree tree, Map<String, LookUpTable> tables) {
        this.tree = tree;
        this.tables = tables;
    }

    static Literals of(CelAbstractSyntaxTree tree, Map<String, LookUpTable> tables) {
        Literals literals = new Literals(tree, tables);
        literals.visit(tree.getExpr());
        return literals;
    }

    Set<String> columns() {
        return columns;
    }

    Map<String, Pattern> patterns() {
        return patterns;
    }

    Map<String, DatePattern> dates() {
        return dates;
    }

    List<ExpressionFault> faults() {
        return faults;
    }

    private void visit(CelExpr part) {
        switch (part.getKind()) {
            case CALL -> call(part);
            case SELECT -> {
                if (isRow(part.select().operand())) {
                    columns.add(part.select().field());
                } else {
                    visit(part.select().operand());
                }
            }
            case IDENT -> {
                if (isRow(part)) {
                    add(part, "row without a column", "a column, such as row[\"Amount\"]");
                }
            }
            case LIST -> part.list().elements().forEach(this::visit);
            case MAP, STRUCT, COMPREHENSION ->
                    add(part, "a map or a message", "texts, amounts, dates and lists alone");
            case CONSTANT, NOT_SET -> {}
        }
    }

    private void call(CelExpr part) {
        CelExpr.CelCall call = part.call();
        if (call.function().equals(INDEX) && isRow(call.args().getFirst())) {
            literal(call.args().getLast(), "the name of a column in quotes", columns::add);
            return;
        }
        call.target().ifPresent(this::visit);
        call.args().forEach(this::visit);
        if (call.args().isEmpty()) {
            return;
        }
        CelExpr last = call.args().getLast();
        switch (call.function()) {
            case ExpressionCompiler.EXTRACT ->
                    literal(
                            last,
                            "a pattern in quotes",
                            regex -> patterns.put(regex, Extraction.of(regex).pattern()));
            case ExpressionCompiler.MATCHES ->
                    literal(
                            last,
                            "a pattern in quotes",
                            regex -> patterns.put(regex, Extraction.compile(regex)));
            case ExpressionCompiler.DATE ->
                    literal(
                            last,
                            "a format in quotes, such as \"dd.MM.yyyy\"",
                            format -> dates.put(format, DatePattern.of(format)));
            case ExpressionCompiler.LOOK_UP ->
                    literal(last, "the name of a look-up table in quotes", this::requireTable);
            default -> {}
        }
    }

    private void requireTable(String name) {
        if (!tables.containsKey(name)) {
            String known = tables.isEmpty() ? "none is there" : String.join(", ", tables.keySet());
            throw new IllegalArgumentException("a table of lookups: " + known);
        }
    }

    /// Hands over a text that stands in the expression itself; what is wrong with it is a fault.
    private void literal(CelExpr part, String expected, Consumer<String> use) {
        boolean isText =
                part.getKind() == Kind.CONSTANT
                        && part.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (!isText) {
            add(part, "what is known only line by line", expected);
            return;
        }
        String text = part.constant().stringValue();
        try {
            use.accept(text);
        } catch (IllegalArgumentException unfit) {
            add(
                    part,
                    LookUp.shown(text),
                    String.valueOf(unfit.getMessage()).replaceFirst("^expected ", ""));
        }
    }

    private static boolean isRow(CelExpr part) {
        return part.getKind() == Kind.IDENT && part.ident().name().equals(ExpressionCompiler.ROW);
    }

    private void add(CelExpr part, String found, String expected) {
        Integer offset = tree.getSource().getPositionsMap().get(part.id());
        CelSourceLocation place =
                tree.getSource()
                        .getOffsetLocation(offset == null ? 0 : offset)
                        .orElse(CelSourceLocation.of(1, 0));
        faults.add(fault(place, found, expected));
    }

    static ExpressionFault fault(CelSourceLocation place, String found, String expected) {
        return new ExpressionFault(
                Math.max(1, place.getLine()), Math.max(0, place.getColumn()) + 1, found, expected);
    }
}
