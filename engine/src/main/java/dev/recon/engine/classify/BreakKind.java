package dev.recon.engine.classify;

/// Why something must be explained, in order of precedence.
public enum BreakKind {
    /// An open entry, although others with the same key were matched.
    DUPLICATE("duplicate"),
    /// A match whose two sides have different sums.
    AMOUNT_DIFFERS("amount-differs"),
    /// A match whose dates are further apart than the rule set allows.
    DATE_DIFFERS("date-differs"),
    /// A match in which another compared field is not the same.
    FIELD_DIFFERS("field-differs"),
    /// An entry of which its match uses a part: the rest is open.
    PARTLY_OPEN("partly-open"),
    /// An open entry of the right.
    MISSING_ON_LEFT("missing-on-left"),
    /// An open entry of the left.
    MISSING_ON_RIGHT("missing-on-right");

    private final String word;

    BreakKind(String word) {
        this.word = word;
    }

    /// The word used in files and on pages, such as `amount-differs`.
    public String word() {
        return word;
    }
}
