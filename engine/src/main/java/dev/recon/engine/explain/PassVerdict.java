package dev.recon.engine.explain;

import dev.recon.engine.match.Decisions;
import dev.recon.engine.rules.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one pass says about two entries.
///
/// @param pass the name of the pass
/// @param conditions all that it asks, in its order
public record PassVerdict(String pass, List<Condition> conditions) {
    private static final String DECISION = "decision";

    /// Said of a pass whose conditions all hold, although it did not match the two.
    static final String ALL_HOLD =
            "all conditions hold, but a nearer entry was taken or the choice was left open";

    public PassVerdict {
        conditions = List.copyOf(conditions);
    }

    /// What every pass says, in their order.
    ///
    /// @param parted what people said does not belong together, which no pass may match
    static List<PassVerdict> of(List<Pass> passes, EntryPair pair, Decisions parted) {
        List<Condition> decided = decided(parted.parts(pair.left().row(), pair.right().row()));
        return passes.stream()
                .map(pass -> {
                    List<Condition> all = new ArrayList<>(decided);
                    all.addAll(PassConditions.of(pass, pair));
                    return new PassVerdict(pass.name(), all);
                })
                .toList();
    }

    /// What a decision asks of two entries before any pass does.
    static List<Condition> decided(boolean isParted) {
        return isParted
                ? List.of(Condition.fails(DECISION, "a person rejected the two", new Mend.None()))
                : List.of();
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
