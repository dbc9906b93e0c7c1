package dev.recon.engine.rules;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.transform.Constant;
import dev.recon.engine.transform.Expression;
import dev.recon.engine.transform.ExpressionCompiler;
import dev.recon.engine.transform.Extraction;
import dev.recon.engine.transform.LookUp;
import dev.recon.engine.transform.LookUpTable;
import dev.recon.engine.transform.ResultType;
import dev.recon.engine.transform.SignRule;
import dev.recon.engine.transform.Steps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;

/// Random transforms, with all that has to be quoted in YAML.
final class RandomTransforms {
    private static final List<String> REGEXES =
            List.of("INV-(\\d+)", "it's \"(.)\"", "a{2,3}", "\\t#: ", "[,{}]", "Größe→\u0001?");
    private static final List<String> TEXTS =
            List.of("row[\"A\"]", "'it\\'s' + row.B", "row['C: #'].upper() +\n row['→']", "\"\"");
    private static final List<String> WORDS = List.of("D", "S", "true", "40", "a, b", "'");

    private final Random random;
    private final SequencedMap<String, LookUpTable> tables = new LinkedHashMap<>();

    RandomTransforms(Random random) {
        this.random = random;
        for (int count = random.nextInt(3); count > 0; count--) {
            String name = "table: " + count;
            SequencedMap<String, String> values = new LinkedHashMap<>();
            for (int row = random.nextInt(4); row > 0; row--) {
                values.put(one(WORDS), one(List.of("", "Main", "12", "no")));
            }
            tables.put(name, new LookUpTable(name, values));
        }
    }

    SequencedMap<String, LookUpTable> tables() {
        return tables;
    }

    FieldSource amount(FieldSource plain) {
        if (!(plain instanceof FieldSource.Amount amount) || random.nextInt(3) > 0) {
            return plain;
        }
        boolean signed = random.nextBoolean();
        Optional<SignRule> sign =
                signed
                        ? Optional.of(new SignRule("sign", List.of("D", "40"), plus()))
                        : Optional.empty();
        FieldSource as =
                new FieldSource.Amount(
                        amount.column(), amount.decimalMark(), !signed && amount.opposite());
        Optional<Extraction> extraction =
                signed && random.nextBoolean() ? Optional.empty() : extraction();
        return new FieldSource.Transformed(
                as, new Steps(amount.column(), extraction, Optional.empty(), sign));
    }

    FieldSource text(FieldSource.Text plain) {
        return switch (random.nextInt(30)) {
            case 0 ->
                    new FieldSource.Transformed(
                            new FieldSource.Text("", plain.form()), new Constant(one(WORDS)));
            case 1 -> expression(plain);
            case 2, 3, 4 ->
                    new FieldSource.Transformed(
                            plain,
                            new Steps(plain.column(), extraction(), lookUp(), Optional.empty()));
            default -> plain;
        };
    }

    private FieldSource expression(FieldSource.Text plain) {
        var compiled = new ExpressionCompiler(Map.of()).compile(one(TEXTS), ResultType.TEXT);
        if (!(compiled instanceof ExpressionCompiler.Result.Compiled(Expression expression))) {
            throw new IllegalStateException(compiled.toString());
        }
        List<String> columns = expression.columns();
        String first = columns.isEmpty() ? "" : columns.getFirst();
        return new FieldSource.Transformed(new FieldSource.Text(first, plain.form()), expression);
    }

    private Optional<Extraction> extraction() {
        return Optional.of(Extraction.of(one(REGEXES)));
    }

    private Optional<LookUp> lookUp() {
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LookUp(
                                tables.firstEntry().getValue(),
                                one(List.of(LookUp.Missing.values()))));
    }

    private List<String> plus() {
        return random.nextBoolean() ? List.of() : List.of("C", "true", "a, b");
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
