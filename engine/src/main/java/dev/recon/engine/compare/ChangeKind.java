package dev.recon.engine.compare;

import java.util.Locale;

/// What becomes of a line when another rule set decides, the first that fits. Every line of both
/// files has exactly one.
public enum ChangeKind {
    /// In no match before; matched or suggested after.
    NEWLY_MATCHED(0),
    /// Matched or suggested before; in no match after.
    NEWLY_BROKEN(1),
    /// In a match in both, with other entries, or with another part of its amount.
    CHANGED_PARTNER(2),
    /// In the same match in both: matched in one, suggested in the other.
    CHANGED_STATUS(3),
    /// Otherwise the same, but its amount or currency is read otherwise, or only one can read it.
    CHANGED_READING(4),
    /// Otherwise the same, but one of the two reports a break, or a break of another kind.
    CHANGED_BREAK(5),
    /// The same for all that a person can see; the pass may be another one.
    UNCHANGED(6);

    private final int number;

    ChangeKind(int number) {
        this.number = number;
    }

    /// The place in the order of precedence, from 0: what columns and sums keep of a kind.
    public int number() {
        return number;
    }

    /// The word used in files and on pages, such as `newly-matched`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it is for whoever compares the other way round.
    public ChangeKind mirrored() {
        return switch (this) {
            case NEWLY_MATCHED -> NEWLY_BROKEN;
            case NEWLY_BROKEN -> NEWLY_MATCHED;
            case CHANGED_PARTNER, CHANGED_STATUS, CHANGED_READING, CHANGED_BREAK, UNCHANGED -> this;
        };
    }
}
