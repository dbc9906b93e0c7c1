package dev.recon.engine.match;

/// What makes a candidate of two entries of a block: near in amount and date, similar in text, and
/// not forbidden by a person.
record Fit(Nearness nearness, Similarity similarity, Vetoes vetoes) {
    /// Do the texts agree, and has nobody forbidden the pair?
    boolean isFree(int leftRow, int rightRow) {
        return (!similarity.binds() || similarity.holds(leftRow, rightRow))
                && !vetoes.forbids(leftRow, rightRow);
    }
}
