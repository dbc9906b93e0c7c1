package dev.recon.server.platform;

import org.jspecify.annotations.Nullable;

/// Guards edits: who changes something says which version they read.
public final class Edits {
    private Edits() {}

    /// The version that `If-Match` names; one that nothing ever has when it names none of ours.
    public static int version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(
                    ProblemKind.EDIT_UNGUARDED,
                    "Send the ETag that you read as If-Match, so that nobody's edit is lost.");
        }
        String digits = ifMatch.replace("\"", "");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
