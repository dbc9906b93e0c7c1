package dev.recon.engine.explain;

import dev.recon.engine.rules.Pass;
import java.util.List;
import java.util.OptionalInt;

/// A change of the rules that would match an open entry with a candidate.
///
/// @param candidate the rank of the candidate
/// @param text what to change, in words
/// @param passes the cascade as it would be
/// @param others how many other open entries it would match, counted by the matcher; empty when
///   those that it may take are too many to count
/// @param moved how many entries that are matched it would match otherwise, or not any more
public record RuleChange(
        int candidate, String text, List<Pass> passes, OptionalInt others, int moved) {
    public RuleChange {
        passes = List.copyOf(passes);
    }

    /// What it would reach, in words.
    public String reach() {
        if (others.isEmpty()) {
            return "How many other entries it would match was not counted: there are too many.";
        }
        int count = others.getAsInt();
        String matched =
                count == 0
                        ? "It would match no other open entry"
                        : "It would also match " + Wording.count(count, "other entry", "others");
        String changed = Wording.count(moved, "entry", "entries");
        return moved == 0
                ? matched + "."
                : matched + ", and change the matches of " + changed + ".";
    }
}
