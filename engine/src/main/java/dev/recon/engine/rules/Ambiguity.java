package dev.recon.engine.rules;

/// What happens to an entry that has more than one candidate when its pass begins.
public enum Ambiguity {
    /// The nearest pair by the pass's stated rank is matched.
    BEST,
    /// The nearest pair becomes a suggestion that a person confirms.
    SUGGEST,
    /// All of them stay open.
    LEAVE;

    /// The word used in rule sets: `best`, `suggest` or `leave`.
    public String word() {
        return switch (this) {
            case BEST -> "best";
            case SUGGEST -> "suggest";
            case LEAVE -> "leave";
        };
    }
}
