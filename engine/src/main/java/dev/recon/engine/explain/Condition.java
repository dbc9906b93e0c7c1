package dev.recon.engine.explain;

/// One thing that a pass asks of two entries.
///
/// @param field the field that it is about
/// @param holds is it so?
/// @param text in words: by how much it holds, or how far it is missed
/// @param distance the same as numbers, where it can be measured
/// @param mend what would have to be allowed, so that it holds
public record Condition(String field, boolean holds, String text, Distance distance, Mend mend) {
    static Condition holds(String field, String text) {
        return new Condition(field, true, text, new Distance.None(), new Mend.None());
    }

    static Condition fails(String field, String text, Mend mend) {
        return new Condition(field, false, text, new Distance.None(), mend);
    }

    /// The same condition with its distance as numbers.
    Condition by(Distance measured) {
        return new Condition(field, holds, text, measured, mend);
    }
}
