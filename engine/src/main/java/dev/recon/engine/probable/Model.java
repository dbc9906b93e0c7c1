package dev.recon.engine.probable;

import dev.recon.engine.table.Moments;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What the pass learnt from the entries: what each level of each field weighs as evidence.
///
/// A weight is log2(m / u): 10 says that matches show this level 1,024 times as often as chance
/// does, -3 that they show it an eighth as often. The weights of a pair are added up (Fellegi and
/// Sunter 1969), and so is `prior`, the log2 odds that two entries belong together before any is
/// looked at. An equal text weighs more the rarer it is.
public final class Model {
    private static final double EQUAL_MAX = 20;
    private static final double UNSEEN = 0.5;
    private static final double LN2 = StrictMath.log(2);

    private final Entries entries;
    private final Learner.Learnt learnt;
    private final List<BlockRule> blocks;
    private final double[][] weights;
    private double prior;
    private long compared;

    Model(Entries entries, Learner.Learnt learnt, List<BlockRule> blocks) {
        this.entries = entries;
        this.learnt = learnt;
        this.blocks = List.copyOf(blocks);
        this.weights = new double[learnt.chance().length][];
        for (int field = 0; field < weights.length; field++) {
            weights[field] = new double[learnt.chance()[field].length];
            for (int level = 0; level < weights[field].length; level++) {
                double ratio = learnt.matches()[field][level] / learnt.chance()[field][level];
                weights[field][level] = log2(ratio);
            }
        }
    }

    /// What one level of one field weighs.
    ///
    /// @param field the compared field
    /// @param level what was seen, in words
    /// @param inMatches how often matches show it, 0 to 1
    /// @param byChance how often entries that do not belong together show it, 0 to 1
    /// @param weight log2 of the one over the other
    /// @param taught was it learnt from this data, or is it assumed?
    public record Level(
            String field,
            String level,
            double inMatches,
            double byChance,
            double weight,
            boolean taught) {}

    /// What one field says about one pair.
    ///
    /// @param field the compared field
    /// @param level how alike the two are, in words
    /// @param weight log2 of the Bayes factor: positive speaks for the match; 0 where one is absent
    public record Evidence(String field, String level, double weight) {}

    static double log2(double value) {
        return StrictMath.log(value) / LN2;
    }

    /// All levels of all fields.
    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (int field = 0; field < weights.length; field++) {
            Field of = entries.fields().get(field);
            for (int level = 0; level < weights[field].length; level++) {
                levels.add(
                        new Level(
                                of.name(),
                                of.words(level),
                                learnt.matches()[field][level],
                                learnt.chance()[field][level],
                                weights[field][level],
                                learnt.taught()[field]));
            }
        }
        return levels;
    }

    /// The rules by which entries were compared at all, in words; empty when all pairs were.
    public List<String> blocks() {
        return blocks.stream().map(BlockRule::words).filter(words -> !words.isEmpty()).toList();
    }

    /// How many pairs were compared.
    public long compared() {
        return compared;
    }

    /// The log2 odds that two entries belong together before their fields are looked at; learnt as
    /// well, it is the weight of having no partner.
    public double prior() {
        return prior;
    }

    void settle(double learntPrior, long pairs) {
        prior = learntPrior;
        compared = pairs;
    }

    /// What each field says about a left and a right entry, of the tables that it was learnt from
    /// or of others with the same fields. A text that it does not know is as rare as texts get.
    public List<Evidence> evidence(Table left, int leftRow, Table right, int rightRow) {
        List<Evidence> evidence = new ArrayList<>();
        for (int field = 0; field < weights.length; field++) {
            evidence.add(
                    switch (entries.fields().get(field)) {
                        case AmountField of -> {
                            long ours = left.amounts().units()[leftRow];
                            long theirs = right.amounts().units()[rightRow];
                            yield said(of, field, AmountField.level(ours, theirs), 0);
                        }
                        case DateField of -> {
                            int from = left.dates().days()[leftRow];
                            int to = right.dates().days()[rightRow];
                            yield said(of, field, DateField.level(from, to), 0);
                        }
                        case TimeField of -> {
                            int from = Moments.at(left, leftRow);
                            int to = Moments.at(right, rightRow);
                            yield said(of, field, TimeField.level(from, to), 0);
                        }
                        case TextField of ->
                                left.get(of.name()) instanceof TextColumn ours
                                                && right.get(of.name()) instanceof TextColumn theirs
                                        ? text(
                                                of,
                                                field,
                                                new Cell(ours, leftRow),
                                                new Cell(theirs, rightRow))
                                        : said(of, field, Field.ABSENT, 0);
                    });
        }
        return evidence;
    }

    /// What two amounts weigh; nothing where amounts were not compared.
    public OptionalDouble amount(long left, long right) {
        for (int field = 0; field < weights.length; field++) {
            if (entries.fields().get(field) instanceof AmountField) {
                return OptionalDouble.of(weights[field][AmountField.level(left, right)]);
            }
        }
        return OptionalDouble.empty();
    }

    private record Cell(TextColumn column, int row) {}

    private Evidence text(TextField of, int field, Cell left, Cell right) {
        int one = of.values().find(left.column, left.row);
        int other = of.values().find(right.column, right.row);
        if (one < 0 || other < 0) {
            return strange(of, field, left, right);
        }
        int level = of.level(one, other);
        return said(of, field, level, level == 0 ? one : 0);
    }

    /// Compares two texts of which at least one is not known here.
    private Evidence strange(TextField of, int field, Cell left, Cell right) {
        Values both =
                new Values(left.column, new int[] {left.row}, right.column, new int[] {right.row});
        TextField alone = new TextField(of.name(), of.index(), both);
        int level = alone.level(both.number(Side.LEFT, 0), both.number(Side.RIGHT, 0));
        double rare = log2(learnt.matches()[field][0] * size() / UNSEEN);
        return level == 0
                ? new Evidence(of.name(), of.words(0), Math.min(EQUAL_MAX, rare))
                : said(of, field, level, 0);
    }

    /// The number of entries it was learnt from.
    private double size() {
        return (double) entries.leftRows().length + entries.rightRows().length;
    }

    private Evidence said(Field of, int field, int level, int number) {
        if (level == Field.ABSENT) {
            return new Evidence(of.name(), "absent on one side", 0);
        }
        double weight = level == 0 ? equalWeight(field, number) : weights[field][level];
        return new Evidence(of.name(), of.words(level), weight);
    }

    List<BlockRule> rules() {
        return blocks;
    }

    Entries entries() {
        return entries;
    }

    double weight(int field, int level) {
        return weights[field][level];
    }

    /// What equality weighs: for a text by how many entries beside these two have this very one.
    ///
    /// @param number the number of the text, 0 for fields that are not text
    double equalWeight(int field, int number) {
        if (number == 0 || !(entries.fields().get(field) instanceof TextField text)) {
            return weights[field][0];
        }
        double having =
                text.values().entries(Side.LEFT, number)
                        + text.values().entries(Side.RIGHT, number);
        double others = Math.max(0, having - 2) + UNSEEN;
        return Math.min(EQUAL_MAX, log2(learnt.matches()[field][0] * size() / others));
    }
}
