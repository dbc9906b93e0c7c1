package dev.recon.engine.transform;

import dev.recon.engine.read.Derived;
import java.util.List;
import java.util.Optional;

/// One cell, step by step: what a pattern finds in it, what a look-up table has for that, and the
/// sign that another cell gives it.
public record Steps(
        String column,
        Optional<Extraction> extraction,
        Optional<LookUp> lookUp,
        Optional<SignRule> sign)
        implements FieldTransform {
    @Override
    public List<String> columns() {
        return sign.map(rule -> List.of(column, rule.column())).orElse(List.of(column));
    }

    @Override
    public Derived derive(List<String> cells) {
        String text = cells.getFirst();
        if (extraction.isPresent()) {
            text = extraction.get().find(text);
        }
        if (lookUp.isPresent()) {
            Optional<String> known = lookUp.get().find(text);
            if (known.isEmpty()) {
                return new Derived.Rejected(0, LookUp.shown(text), lookUp.get().expected());
            }
            text = known.get();
        }
        return sign.isPresent() ? sign.get().signed(text, cells.get(1)) : new Derived.Text(text);
    }
}
