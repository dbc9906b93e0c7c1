package dev.recon.engine.read;

import java.util.Map;
import java.util.Set;

/// Which text fields of a side are kept as columns; all others are read again when asked for.
///
/// @param texts fields kept byte for byte, because passes join on them
/// @param hashed fields kept as hashes, because they are only compared
/// @param tokens text fields that are searched for references, with the lengths looked for
/// @param references by such a field, what is looked for in it, where that is known already: other
///   parts of its texts need no place
public record ColumnPlan(
        Set<String> texts,
        Set<String> hashed,
        Map<String, TokenLength> tokens,
        Map<String, KnownReferences> references) {
    /// Keeps nothing but amounts, currencies and dates.
    public static final ColumnPlan NONE = new ColumnPlan(Set.of(), Set.of(), Map.of());

    public ColumnPlan {
        texts = Set.copyOf(texts);
        hashed = Set.copyOf(hashed);
        tokens = Map.copyOf(tokens);
        references = Map.copyOf(references);
    }

    /// A plan for a side whose references are not known yet.
    public ColumnPlan(Set<String> texts, Set<String> hashed, Map<String, TokenLength> tokens) {
        this(texts, hashed, tokens, Map.of());
    }

    /// The same, once it is known which references are looked for.
    public ColumnPlan with(Map<String, KnownReferences> known) {
        return new ColumnPlan(texts, hashed, tokens, known);
    }

    /// How long a reference is, in characters of its code form.
    public record TokenLength(int min, int max) {}
}
