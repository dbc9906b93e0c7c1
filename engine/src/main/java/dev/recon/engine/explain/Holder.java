package dev.recon.engine.explain;

import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Optional;

/// What holds each entry now: what a run found, and what people changed of it since.
public interface Holder {
    /// How matches by hand name their pass.
    String BY_HAND = "by-hand";

    /// Does no match hold the entry?
    boolean isOpen(Side side, int row);

    /// The match that holds an entry; empty when it is open.
    Optional<Held> find(Side side, int row);

    /// The pass of the match that holds an entry, by its place in the rule set; -1 for a person.
    /// Asked of entries that are not open, and of all of a run.
    int pass(Side side, int row);

    /// The entries that people said do not belong together; nothing is pinned.
    Decisions parted();

    /// Up to about `max` matches from all over the run.
    List<Held> sample(int max);

    /// A match, as an explanation names it.
    ///
    /// @param match its number
    /// @param pass the name of the pass, [#BY_HAND] for a person
    /// @param confidence the probability that it is right
    record Held(
            int match,
            String pass,
            Status status,
            double confidence,
            List<Integer> left,
            List<Integer> right) {
        public Held {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        public List<Integer> rows(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    /// What a run found.
    static Holder of(Matching matching, RuleSet rules) {
        return new HeldByRun(matching, rules);
    }
}
