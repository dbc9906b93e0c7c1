package dev.recon.engine.explain;

import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What holds each entry now: what a run found, and what people changed of it since.
public interface Holder {
    /// How matches by hand name their pass.
    String BY_HAND = "by-hand";

    /// Does no match hold the entry?
    boolean isOpen(Side side, int row);

    /// The match that holds an entry; empty when it is open.
    Optional<Held> find(Side side, int row);

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
        return new Holder() {
            @Override
            public boolean isOpen(Side side, int row) {
                return matching.isOpen(side, row);
            }

            @Override
            public Optional<Held> find(Side side, int row) {
                int match = matching.matchOf(side, row);
                return match == 0 ? Optional.empty() : Optional.of(held(match));
            }

            @Override
            public List<Held> sample(int max) {
                int step = Math.max(1, (matching.count() + max - 1) / max);
                return IntStream.rangeClosed(1, matching.count())
                        .filter(match -> match % step == 0)
                        .mapToObj(this::held)
                        .toList();
            }

            private Held held(int match) {
                int pass = matching.pass(match);
                return new Held(
                        match,
                        pass < 0 ? BY_HAND : rules.passes().get(pass).name(),
                        matching.status(match),
                        matching.confidence(match),
                        boxed(matching.rows(Side.LEFT, match)),
                        boxed(matching.rows(Side.RIGHT, match)));
            }

            private static List<Integer> boxed(int[] rows) {
                return Arrays.stream(rows).boxed().toList();
            }
        };
    }
}
