package dev.recon.engine.rules;

/// What happens to a group whose sums do not agree.
public enum Unequal {
    /// Its entries stay open.
    LEAVE,
    /// The whole group becomes a suggestion, with its difference.
    SUGGEST,
    /// The smaller side is matched whole, with entries of the larger one in order of date as far as
    /// it reaches; the last of them is used in part, and the rest stays open.
    ALLOCATE;

    /// The word used in rule sets: `leave`, `suggest` or `allocate`.
    public String word() {
        return switch (this) {
            case LEAVE -> "leave";
            case SUGGEST -> "suggest";
            case ALLOCATE -> "allocate";
        };
    }
}
