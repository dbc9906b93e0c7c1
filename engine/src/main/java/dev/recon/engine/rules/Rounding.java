package dev.recon.engine.rules;

/// How the share of an amount becomes a whole number of the currency's smallest units.
public enum Rounding {
    /// To the nearest, halves away from zero.
    HALF_UP("half-up"),
    /// To the nearest, halves to the even neighbour.
    HALF_EVEN("half-even"),
    /// To the nearest, halves towards zero.
    HALF_DOWN("half-down"),
    /// What is over is dropped.
    DOWN("down"),
    /// What is over counts as a whole.
    UP("up");

    private final String word;

    Rounding(String word) {
        this.word = word;
    }

    /// The word used in rule sets, such as `half-up`.
    public String word() {
        return word;
    }
}
