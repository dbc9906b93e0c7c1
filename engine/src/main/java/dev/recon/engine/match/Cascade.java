package dev.recon.engine.match;

import dev.recon.engine.rate.Counting;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.List;

/// Runs the passes in order, each on what the earlier ones left over.
public final class Cascade {
    private Cascade() {}

    /// What a cascade works on.
    ///
    /// @param rates what currencies are worth in others
    /// @param passes the passes, in order
    /// @param decisions what people decided before; binds first
    /// @param leftContent what each left line says, asked for ties only
    /// @param rightContent what each right line says, asked for ties only
    public record Inputs(
            Table left,
            Table right,
            Rates rates,
            List<Pass> passes,
            Decisions decisions,
            LineContent leftContent,
            LineContent rightContent) {
        public Inputs {
            passes = List.copyOf(passes);
            if (passes.size() > Limits.PASSES_MAX) {
                throw new IllegalArgumentException(
                        "at most " + Limits.PASSES_MAX + " passes, found " + passes.size());
            }
            requireRows(decisions, left.rows(), right.rows());
        }

        /// What a cascade without rates works on.
        public Inputs(
                Table left,
                Table right,
                List<Pass> passes,
                Decisions decisions,
                LineContent leftContent,
                LineContent rightContent) {
            this(left, right, Rates.NONE, passes, decisions, leftContent, rightContent);
        }

        /// The same entries for other passes.
        public Inputs with(List<Pass> others) {
            return new Inputs(left, right, rates, others, decisions, leftContent, rightContent);
        }

        Inputs seen(Table otherLeft, Table otherRight) {
            return new Inputs(
                    otherLeft, otherRight, rates, passes, decisions, leftContent, rightContent);
        }

        Table table(Side side) {
            return side == Side.LEFT ? left : right;
        }

        LineContent content(Side side) {
            LineContent content = side == Side.LEFT ? leftContent : rightContent;
            return row -> {
                synchronized (content) {
                    return content.hash(row);
                }
            };
        }

        private static void requireRows(Decisions decisions, int left, int right) {
            boolean inside = true;
            for (Decisions.Pin pin : decisions.pins()) {
                inside &= isInside(pin.left(), left) && isInside(pin.right(), right);
            }
            for (Decisions.Veto veto : decisions.vetoes()) {
                inside &= isInside(List.of(veto.left()), left);
                inside &= isInside(List.of(veto.right()), right);
            }
            for (Decisions.OwnVeto veto : decisions.ownVetoes()) {
                int rows = veto.side() == Side.LEFT ? left : right;
                inside &= isInside(List.of(veto.one(), veto.other()), rows);
            }
            if (!inside) {
                throw new IllegalArgumentException("a decision names a row that is not there");
            }
        }

        private static boolean isInside(List<Integer> rows, int count) {
            return rows.stream().allMatch(row -> row >= 0 && row < count);
        }
    }

    /// The matches of all passes. The same inputs give the same matches with any number of threads.
    ///
    /// @param threads 1 or more
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public static Matching run(Inputs inputs, Progress progress, int threads) {
        requireBounded(inputs.left());
        requireBounded(inputs.right());
        requireCountable(inputs);
        Pairs pairs = new Pairs(inputs.left().rows(), inputs.right().rows(), inputs.decisions());
        Vetoes vetoes =
                new Vetoes(
                        inputs.decisions().vetoes(), inputs.left().rows(), inputs.right().rows());
        for (int index = 0; index < inputs.passes().size(); index++) {
            Pass pass = inputs.passes().get(index);
            progress.check();
            Join.Work work = new Join.Work(pass.name(), progress, threads);
            Stage stage = new Stage(inputs, pairs, vetoes, index, work);
            switch (pass) {
                case Pass.Exact _ -> ExactMatcher.run(stage);
                case Pass.Reference reference -> ReferenceMatcher.run(stage, reference);
                case Pass.Probable probable -> ProbableMatcher.run(stage, probable);
                case Pass.Close close -> CloseMatcher.run(stage, close);
                case Pass.Fee fee -> FeeMatcher.run(stage, fee);
                case Pass.Group group -> GroupMatcher.run(stage, group);
                case Pass.Sum sum -> SumMatcher.run(stage, sum);
                case Pass.Batch batch -> BatchMatcher.run(stage, batch);
                case Pass.Contra contra -> ContraMatcher.run(stage, contra);
                case Pass.Fx fx -> FxMatcher.run(stage, fx);
            }
        }
        pairs.requireConserved();
        return new Matching(pairs);
    }

    private static void requireCountable(Inputs inputs) {
        Counting counting = Counting.of(inputs.rates(), inputs.left(), inputs.right());
        for (Decisions.Pin pin : inputs.decisions().pins()) {
            if (!pin.isCountable(counting)) {
                throw new IllegalArgumentException(
                        "a match by hand has two currencies, and no rate for its days");
            }
        }
    }

    /// Amounts are small enough that the difference of two is exact.
    private static void requireBounded(Table table) {
        long[] amounts = table.amounts().units();
        for (int row = 0; row < table.rows(); row++) {
            long units = amounts[row];
            if (Math.abs(units) > Limits.UNITS_MAX || units == Long.MIN_VALUE) {
                throw new IllegalArgumentException("an amount of " + units + " units is too large");
            }
        }
    }
}
