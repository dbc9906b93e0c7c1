package dev.recon.engine.match;

/// What many matches have in common, so that a match needs one byte to say it, seldom two.
///
/// @param pass index of the pass, -1 for a match by hand
/// @param status matched or suggested
/// @param confidence above 0, at most 1
public record Label(int pass, Status status, float confidence) {
    public static final Label BY_HAND = new Label(-1, Status.MATCHED, 1);
}
