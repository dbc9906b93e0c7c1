package dev.recon.engine.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An entry of the same side that an open one could cancel with, or say once more.
///
/// @param kind what the two could be to each other
/// @param pass the pass that comes nearest to matching them; empty where no pass looks for it
/// @param conditions what that pass asks, or what makes two entries cancel or be twins
/// @param match the match that holds it, when it is not free
public record OwnCandidate(
        EntryFields entry,
        Kind kind,
        Optional<String> pass,
        List<Condition> conditions,
        OptionalInt match) {
    /// What an entry could be to another one of its side.
    public enum Kind {
        /// The two come to nothing: a posting and its reversal.
        CONTRA,
        /// The two say the same: one may be a duplicate.
        TWIN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public OwnCandidate {
        conditions = List.copyOf(conditions);
    }

    OwnCandidate heldBy(int holder) {
        return new OwnCandidate(entry, kind, pass, conditions, OptionalInt.of(holder));
    }

    /// The first condition that failed.
    public Optional<Condition> firstFailing() {
        return conditions.stream().filter(condition -> !condition.holds()).findFirst();
    }

    long failing() {
        return conditions.stream().filter(condition -> !condition.holds()).count();
    }

    /// What stands between the two, in one sentence.
    public String whyNot() {
        String failed = firstFailing().map(Condition::text).orElse(allHold());
        String by = pass.map(name -> "pass " + name + ": " + failed).orElse(failed);
        return match.isPresent() ? by + "; match " + match.getAsInt() + " holds it" : by;
    }

    private String allHold() {
        if (kind == Kind.TWIN) {
            return "they say the same in every field";
        }
        return pass.isPresent()
                ? "all conditions hold, but a nearer entry was taken or the choice was left open"
                : "they cancel, but no pass looks for entries that do";
    }
}
