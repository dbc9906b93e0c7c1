package dev.recon.engine.rules;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.LookUpTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Everything that decides the outcome of a run beside the files themselves.
///
/// @param decimals amounts are counted in units of 10^-decimals, in every currency
/// @param lookUps what transforms look up, by name
/// @param left how the left file is read
/// @param right how the right file is read
/// @param rates what currencies are worth in others
/// @param passes the cascade, in order
/// @param compare what must agree inside every match; a difference is a break
public record RuleSet(
        int decimals,
        SequencedMap<String, LookUpTable> lookUps,
        Layout left,
        Layout right,
        Rates rates,
        List<Pass> passes,
        List<Comparison> compare) {
    public RuleSet {
        lookUps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lookUps));
        passes = List.copyOf(passes);
        compare = List.copyOf(compare);
    }

    /// A rule set without rates.
    public RuleSet(
            int decimals, Layout left, Layout right, List<Pass> passes, List<Comparison> compare) {
        this(decimals, left, right, Rates.NONE, passes, compare);
    }

    /// A rule set without look-up tables.
    public RuleSet(
            int decimals,
            Layout left,
            Layout right,
            Rates rates,
            List<Pass> passes,
            List<Comparison> compare) {
        this(decimals, new LinkedHashMap<>(), left, right, rates, passes, compare);
    }

    public Layout layout(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// The same rules, with more said about what to take of the files.
    public RuleSet with(Choices left, Choices right) {
        return new RuleSet(
                decimals,
                lookUps,
                chosen(this.left, left),
                chosen(this.right, right),
                rates,
                passes,
                compare);
    }

    /// The same rule set with another cascade.
    public RuleSet with(List<Pass> cascade) {
        return new RuleSet(decimals, lookUps, left, right, rates, cascade, compare);
    }

    private static Layout chosen(Layout layout, Choices choices) {
        return new Layout(
                layout.dialect(),
                layout.fields(),
                layout.absent(),
                layout.totals(),
                choices.or(layout.choices()));
    }
}
