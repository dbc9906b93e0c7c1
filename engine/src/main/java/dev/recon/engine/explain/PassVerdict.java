package dev.recon.engine.explain;

import java.util.List;
import java.util.Optional;

/// What one pass says about two entries.
///
/// @param pass the name of the pass
/// @param conditions all that it asks, in its order
public record PassVerdict(String pass, List<Condition> conditions) {
    /// Said of a pass whose conditions all hold, although it did not match the two.
    static final String ALL_HOLD =
            "all conditions hold, but a nearer entry was taken or the choice was left open";

    public PassVerdict {
        conditions = List.copyOf(conditions);
    }

    /// The first condition that failed, with its distance.
    public Optional<Condition> firstFailing() {
        return conditions.stream().filter(condition -> !condition.holds()).findFirst();
    }

    public long failing() {
        return conditions.stream().filter(condition -> !condition.holds()).count();
    }

    /// Why this pass did not match the two, in words.
    public String whyNot() {
        return firstFailing().map(Condition::text).orElse(ALL_HOLD);
    }
}
