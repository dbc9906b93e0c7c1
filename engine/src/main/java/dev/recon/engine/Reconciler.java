package dev.recon.engine;

import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Classifier;
import dev.recon.engine.match.Cascade;
import dev.recon.engine.match.Decisions;
import dev.recon.engine.match.LineContent;
import dev.recon.engine.match.Matching;
import dev.recon.engine.read.ColumnPlan;
import dev.recon.engine.read.CsvReader;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.ReadResult;
import dev.recon.engine.rules.Needs;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;

/// The front door: two files and a rule set in, matches and breaks out.
///
/// A run is a pipeline of pure functions over columns; the same inputs give the same outcome with
/// any number of threads.
public final class Reconciler {
    private Reconciler() {}

    /// Everything that decides the outcome of a run.
    ///
    /// @param left the left file in UTF-8, closed with the outcome
    /// @param right the right file in UTF-8, closed with the outcome
    /// @param decided what people decided before, by row, once the rows are known
    public record Inputs(Bytes left, Bytes right, RuleSet rules, Decided decided) {
        Bytes file(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    /// Turns decisions on lines of the files into decisions on rows, once they are read.
    @FunctionalInterface
    public interface Decided {
        /// Nobody decided anything.
        Decided NOTHING = (_, _, _) -> Decisions.NONE;

        /// What was decided of the entries of two tables.
        ///
        /// @param rates by which matches of two currencies are counted
        Decisions on(Table left, Table right, Rates rates);
    }

    /// Runs from the files to the breaks.
    ///
    /// @throws dev.recon.engine.read.InputProblem when a file as a whole cannot be read
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public static Outcome run(Inputs inputs, Progress progress, int threads) {
        RuleSet rules = inputs.rules();
        Side first = Needs.first(rules);
        Reading reading = new Reading(inputs, progress, threads);
        ReadResult one = reading.of(first, Needs.of(rules, first));
        ReadResult other = reading.of(first.other(), Needs.of(rules, first.other(), one.table()));
        ReadResult left = first == Side.LEFT ? one : other;
        ReadResult right = first == Side.LEFT ? other : one;
        Cascade.Inputs cascade =
                new Cascade.Inputs(
                        left.table(),
                        right.table(),
                        rules.rates(),
                        rules.passes(),
                        inputs.decided().on(left.table(), right.table(), rules.rates()),
                        content(inputs, Side.LEFT, left),
                        content(inputs, Side.RIGHT, right));
        Matching matching = Cascade.run(cascade, progress, threads);
        progress.report("classify", 0, left.table().rows());
        Breaks breaks = Classifier.classify(left.table(), right.table(), matching, rules);
        return new Outcome(rules, inputs.left(), inputs.right(), left, right, matching, breaks);
    }

    /// Reads one side; the one whose texts are searched comes second, knowing what to look for.
    private record Reading(Inputs inputs, Progress progress, int threads) {
        ReadResult of(Side side, ColumnPlan needs) {
            RuleSet rules = inputs.rules();
            return new CsvReader(inputs.file(side), rules.layout(side), needs, rules.decimals())
                    .read(threads, "read " + side.word(), progress);
        }
    }

    private static LineContent content(Inputs inputs, Side side, ReadResult read) {
        EntryReader entries =
                new EntryReader(inputs.file(side), inputs.rules().layout(side), read.header());
        return row -> entries.contentHash(read.table().lines(), row);
    }
}
