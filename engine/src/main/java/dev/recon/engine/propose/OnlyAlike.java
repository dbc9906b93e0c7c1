package dev.recon.engine.propose;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.rules.Comparison;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Texts that no pass asks to be equal and that need not agree in a match: they only speak for the
/// one candidate or the other, and what speaks are their words, however they are written.
record OnlyAlike(Draft draft) {
    /// Reads such texts as words.
    void loosen(List<Pass> passes, List<Comparison> compare) {
        Set<String> strict = new HashSet<>();
        passes.forEach(pass -> strict.addAll(pass.key()));
        compare.forEach(field -> strict.add(field.field()));
        for (String field : List.copyOf(draft.sources(Side.LEFT).keySet())) {
            if (!strict.contains(field) && isText(Side.LEFT, field) && isText(Side.RIGHT, field)) {
                loosen(Side.LEFT, field);
                loosen(Side.RIGHT, field);
            }
        }
    }

    private boolean isText(Side side, String field) {
        return draft.sources(side).get(field)
                        instanceof FieldSource.Text(String column, NormalForm form)
                && form == NormalForm.EXACT
                && draft.sample(side)
                        .inspection()
                        .find(column)
                        .filter(KeyFinder::isText)
                        .isPresent();
    }

    private void loosen(Side side, String field) {
        draft.sources(side)
                .computeIfPresent(
                        field,
                        (_, source) ->
                                new FieldSource.Text(
                                        source.columns().getFirst(), NormalForm.WORDS));
    }
}
