package dev.recon.engine.explain;

/// By what the first look at all entries of a side goes: which few of them are worth a second one.
///
/// These weights are stated, so that a million entries can be looked at before anything is learnt;
/// nobody sees them. What people see, and what ranks the few, is learnt (see [Learnt]).
final class FirstLook {
    static final double REFERENCE_SAME = 6;
    static final double REFERENCE_OTHER = -3;
    static final double REFERENCE_IN_TEXT = 5;
    static final double AMOUNT_SAME = 4;
    static final double AMOUNT_FAR = -4;
    static final double DATE_SAME = 3;
    static final double DATE_FAR = -4;
    static final double DATE_PER_DAY = 0.7;
    static final double WORDS_SAME = 2;
    static final double WORDS_OTHER = -1;
    static final double OTHER_SAME = 1.5;
    static final double OTHER_DIFFERS = -0.5;
    static final double CURRENCY_OTHER = -6;

    /// What a factor of ten in the relative difference of two amounts costs; one of 1 % still
    /// speaks a little for a pair.
    static final double AMOUNT_PER_TENTH = 2.5;

    private FirstLook() {}
}
