package dev.recon.engine.rules;

import dev.recon.engine.read.ColumnPlan;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
                case Pass.Exact _, Pass.Group _, Pass.Fee _ -> {}
                case Pass.Probable probable -> {
                    texts.addAll(probable.fields());
                    probable.blocks().forEach(texts::addAll);
                }
                case Pass.Close close -> texts.addAll(close.similar());
                case Pass.Sum sum -> texts.addAll(sum.evidence());
                case Pass.Reference reference -> {
                    texts.add(reference.find());
                    if (mapped.containsKey(reference.in())) {
                        tokens.merge(
                                reference.in(),
                                new ColumnPlan.TokenLength(
                                        reference.lengthMin(), reference.lengthMax()),
                                Needs::wider);
                    }
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

    /// All mapped texts of a side, for the few entries that an explanation compares field by field.
    public static ColumnPlan all(RuleSet rules, Side side) {
        return new ColumnPlan(rules.layout(side).texts().keySet(), Set.of(), Map.of());
    }

    private static ColumnPlan.TokenLength wider(
            ColumnPlan.TokenLength one, ColumnPlan.TokenLength other) {
        return new ColumnPlan.TokenLength(
                Math.min(one.min(), other.min()), Math.max(one.max(), other.max()));
    }
}
