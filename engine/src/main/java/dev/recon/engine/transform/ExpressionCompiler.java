package dev.recon.engine.transform;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes expressions of their text, or says all that is wrong with it.
///
/// @param tables the look-up tables that an expression may name
public record ExpressionCompiler(Map<String, LookUpTable> tables) {
    static final String ROW = "row";
    static final String EXTRACT = "extract";
    static final String MATCHES = "matches";
    static final String LOOK_UP = "lookup";
    static final String DATE = "date";

    private static final int DEPTH_MAX = 32;
    private static final int PARTS_MAX = 300;
    private static final int FAULTS_MAX = 20;
    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .maxExpressionCodePointSize(Expression.LENGTH_MAX)
                    .maxParseRecursionDepth(DEPTH_MAX)
                    .maxParseExpressionNodeCount(PARTS_MAX)
                    .maxParseErrorRecoveryLimit(FAULTS_MAX)
                    .maxRegexProgramSize(Extraction.PROGRAM_MAX)
                    .enableComprehension(false)
                    .comprehensionMaxIterations(0)
                    .build();

    public ExpressionCompiler {
        tables = Map.copyOf(tables);
    }

    /// What a text turned out to be.
    public sealed interface Result {
        /// An expression that can be evaluated.
        record Compiled(Expression expression) implements Result {}

        /// At least one fault.
        record Faulty(List<ExpressionFault> faults) implements Result {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /// The expression of a text that gives a value of this type.
    public Result compile(String text, ResultType type) {
        CelCompiler compiler = compiler(type);
        CelValidationResult parsed = compiler.parse(text);
        if (parsed.hasError()) {
            return new Result.Faulty(faults(parsed));
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            Literals literals = Literals.of(tree, tables);
            CelValidationResult checked = compiler.check(tree);
            List<ExpressionFault> faults = new ArrayList<>(literals.faults());
            if (checked.hasError()) {
                faults.addAll(faults(checked));
            }
            return faults.isEmpty()
                    ? new Result.Compiled(linked(checked.getAst(), text, type, literals))
                    : new Result.Faulty(faults);
        } catch (CelValidationException | CelEvaluationException broken) {
            throw new IllegalStateException("checked before: " + text, broken);
        }
    }

    private Expression linked(
            CelAbstractSyntaxTree tree, String text, ResultType type, Literals literals)
            throws CelEvaluationException {
        Functions functions = new Functions(literals.patterns(), literals.dates(), tables);
        return new Expression(
                text,
                type,
                List.copyOf(literals.columns()),
                runtime(functions).createProgram(tree));
    }

    private static List<ExpressionFault> faults(CelValidationResult result) {
        return result.getErrors().stream().limit(FAULTS_MAX).map(CelFault::of).toList();
    }

    private static CelCompiler compiler(ResultType type) {
        Map<String, List<CelOverloadDecl>> byName = new LinkedHashMap<>();
        for (Functions.Function function : new Functions(Map.of(), Map.of(), Map.of()).all()) {
            byName.computeIfAbsent(function.name(), _ -> new ArrayList<>())
                    .add(function.declared());
        }
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(
                        CelStandardDeclarations.newBuilder()
                                .includeFunctions(
                                        StandardFunction.CONDITIONAL,
                                        StandardFunction.LOGICAL_AND,
                                        StandardFunction.LOGICAL_OR,
                                        StandardFunction.LOGICAL_NOT,
                                        StandardFunction.EQUALS,
                                        StandardFunction.NOT_EQUALS,
                                        StandardFunction.INDEX,
                                        StandardFunction.IN,
                                        StandardFunction.SIZE,
                                        StandardFunction.CONTAINS,
                                        StandardFunction.STARTS_WITH,
                                        StandardFunction.ENDS_WITH)
                                .build())
                .addFunctionDeclarations(
                        byName.entrySet().stream()
                                .map(one ->
                                        CelFunctionDecl.newFunctionDeclaration(
                                                one.getKey(), one.getValue()))
                                .toList())
                .addVar(ROW, MapType.create(SimpleType.STRING, SimpleType.STRING))
                .setResultType(type.type())
                .build();
    }

    private static CelRuntime runtime(Functions functions) {
        Map<String, List<CelFunctionBinding>> byName = new HashMap<>();
        for (Functions.Function function : functions.all()) {
            byName.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function.bound());
        }
        var builder =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .setOptions(OPTIONS)
                        .setStandardFunctions(
                                CelStandardFunctions.newBuilder()
                                        .includeFunctions(
                                                CelStandardFunctions.StandardFunction.LOGICAL_NOT,
                                                CelStandardFunctions.StandardFunction.EQUALS,
                                                CelStandardFunctions.StandardFunction.NOT_EQUALS,
                                                CelStandardFunctions.StandardFunction.INDEX,
                                                CelStandardFunctions.StandardFunction.IN,
                                                CelStandardFunctions.StandardFunction.SIZE,
                                                CelStandardFunctions.StandardFunction.CONTAINS,
                                                CelStandardFunctions.StandardFunction.STARTS_WITH,
                                                CelStandardFunctions.StandardFunction.ENDS_WITH)
                                        .build());
        byName.forEach((name, bound) ->
                builder.addFunctionBindings(CelFunctionBinding.fromOverloads(name, bound)));
        return builder.build();
    }
}
