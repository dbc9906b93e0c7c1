package dev.recon.engine.rules;

import dev.recon.engine.read.ColumnPlan;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.KnownReferences;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which text fields a rule set needs as columns; nothing else is kept in memory.
public final class Needs {
    private Needs() {}

    /// The plan for the file of one side.
    public static ColumnPlan of(RuleSet rules, Side side) {
        Map<String, FieldSource.Text> mapped = rules.layout(side).texts();
        Set<String> texts = new HashSet<>();
        Map<String, ColumnPlan.TokenLength> tokens = new HashMap<>();
        for (Pass pass : rules.passes()) {
            texts.addAll(pass.key());
            switch (pass) {
                case Pass.Exact _, Pass.Fee _, Pass.Fx _, Pass.Group _, Pass.Reference _ -> {}
                case Pass.Probable probable -> {
                    texts.addAll(probable.fields());
                    probable.blocks().forEach(texts::addAll);
                }
                case Pass.Close close -> texts.addAll(close.similar());
                case Pass.Contra contra -> texts.addAll(contra.similar());
                case Pass.Batch batch -> texts.addAll(batch.of() == side ? batch.by() : List.of());
                case Pass.Sum sum -> texts.addAll(sum.evidence());
            }
            TextSearch search = search(pass);
            if (search != null) {
                texts.add(search.find());
                if (mapped.containsKey(search.in())) {
                    tokens.merge(
                            search.in(),
                            new ColumnPlan.TokenLength(search.lengthMin(), search.lengthMax()),
                            Needs::wider);
                }
            }
        }
        Set<String> hashed = new HashSet<>();
        rules.compare().forEach(comparison -> hashed.add(comparison.field()));
        texts.retainAll(mapped.keySet());
        hashed.retainAll(mapped.keySet());
        hashed.removeAll(texts);
        return new ColumnPlan(texts, hashed, tokens);
    }

    /// What a pass looks for in a text, if it does.
    private static @Nullable TextSearch search(Pass pass) {
        return switch (pass) {
            case Pass.Reference reference -> reference.search();
            case Pass.Group group -> group.search().orElse(null);
            case Pass.Exact _, Pass.Close _, Pass.Fee _, Pass.Fx _ -> null;
            case Pass.Probable _, Pass.Sum _, Pass.Contra _, Pass.Batch _ -> null;
        };
    }

    /// All mapped texts of a side, for the few entries that an explanation compares field by field.
    public static ColumnPlan all(RuleSet rules, Side side) {
        return new ColumnPlan(rules.layout(side).texts().keySet(), Set.of(), Map.of());
    }

    /// The plan for the file of one side, once the other is read: texts are searched for its
    /// references alone.
    public static ColumnPlan of(RuleSet rules, Side side, Table other) {
        ColumnPlan plan = of(rules, side);
        Map<String, KnownReferences> references = new HashMap<>();
        for (Pass pass : rules.passes()) {
            TextSearch search = search(pass);
            if (search != null && plan.tokens().containsKey(search.in())) {
                references.computeIfAbsent(search.in(), in -> references(rules, in, other.texts()));
            }
        }
        return plan.with(references);
    }

    /// What any pass looks for in a text field.
    private static KnownReferences references(RuleSet rules, String in, Map<String, Column> other) {
        Set<TextColumn> found = new LinkedHashSet<>();
        for (Pass pass : rules.passes()) {
            TextSearch search = search(pass);
            if (search != null
                    && search.in().equals(in)
                    && other.get(search.find()) instanceof TextColumn text) {
                found.add(text);
            }
        }
        return new KnownReferences(found);
    }

    /// The side that is read first: the one whose texts nothing is looked for in, if there is one.
    public static Side first(RuleSet rules) {
        boolean left = of(rules, Side.LEFT).tokens().isEmpty();
        return left || !of(rules, Side.RIGHT).tokens().isEmpty() ? Side.LEFT : Side.RIGHT;
    }

    private static ColumnPlan.TokenLength wider(
            ColumnPlan.TokenLength one, ColumnPlan.TokenLength other) {
        return new ColumnPlan.TokenLength(
                Math.min(one.min(), other.min()), Math.max(one.max(), other.max()));
    }
}
