package dev.recon.bench;

/// What the generator plants, and how often.
enum Planted {
    /// Same reference, same amount.
    EXACT("exact", 830),
    /// The bank has the reference only inside its free text.
    IN_TEXT("in_text", 80),
    /// The bank kept up to 5.00 for itself.
    FEE("fee", 30),
    /// No reference at all; same account and amount, one to three days later.
    NO_REFERENCE("date_noref", 20),
    /// One digit of the reference is wrong.
    TYPO("typo", 10),
    /// One invoice, paid in two to four parts.
    SPLIT("ledger1_bankN", 4),
    /// Two to four invoices, paid at once.
    BATCH("bank1_ledgerN", 4),
    /// One copy too many on either side.
    DUPLICATE("duplicate", 6),
    /// Only in the ledger.
    LEFT_ONLY("left_only", 8),
    /// Only at the bank.
    RIGHT_ONLY("right_only", 8);

    final String word;
    private final int perMille;

    Planted(String word, int perMille) {
        this.word = word;
        this.perMille = perMille;
    }

    static Planted thrown(Dice dice) {
        int left = dice.below(1_000);
        for (Planted kind : values()) {
            left -= kind.perMille;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares do not add up to 1,000");
    }
}
