package dev.recon.engine.probable;

import java.nio.charset.StandardCharsets;

/// How alike two texts are, 0 to 1: one minus the edits between them as a share of the longer one;
/// of long texts, their beginnings.
public final class Likeness {
    private final Edits edits = new Edits();

    /// The likeness of two texts; 1 for two empty ones.
    public double of(String one, String other) {
        byte[] ours = one.getBytes(StandardCharsets.UTF_8);
        byte[] theirs = other.getBytes(StandardCharsets.UTF_8);
        int our = Math.min(ours.length, Values.COMPARED_MAX);
        int their = Math.min(theirs.length, Values.COMPARED_MAX);
        int longer = Math.max(our, their);
        if (longer == 0) {
            return 1;
        }
        edits.pattern(ours, 0, our);
        return 1 - (double) edits.to(theirs, 0, their) / longer;
    }
}
