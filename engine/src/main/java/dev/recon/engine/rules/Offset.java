package dev.recon.engine.rules;

/// How many entries of one side cancel together.
public enum Offset {
    /// One above zero and one below it.
    PAIR,
    /// All open entries of one key.
    ALL;

    /// The word used in rule sets: `pair` or `all`.
    public String word() {
        return switch (this) {
            case PAIR -> "pair";
            case ALL -> "all";
        };
    }
}
