package dev.recon.engine.probable;

import dev.recon.engine.table.Side;

/// Adds up the evidence of pairs; one thread uses it.
///
/// First a bound: equal texts cost one comparison of numbers, and every other text counts as the
/// best that it may turn out to be. Most pairs fall below the floor there; only the others pay for
/// comparing texts, one after the other while the bound still holds. 20 to 50 ns for a pair that
/// falls at once, about 100 ns for each pair of texts that is really compared.
final class Scorer {
    /// Evidence of less than this cannot matter: chance shows it as often as matches do.
    static final double FLOOR = -2;

    private static final int TO_COMPARE = -2;

    private final Entries entries;
    private final Field[] fields;
    private final float[][] equalWeights;
    private final double[][] weights;
    private final double[] unequalBest;
    private final int[] levels;
    private final TextMemory memory;

    Scorer(Model model, float[][] equalWeights) {
        this.entries = model.entries();
        this.fields = entries.fields().toArray(Field[]::new);
        this.equalWeights = equalWeights;
        this.weights = new double[fields.length][];
        this.unequalBest = new double[fields.length];
        this.levels = new int[fields.length];
        this.memory = new TextMemory(fields.length);
        for (int field = 0; field < fields.length; field++) {
            weights[field] = new double[fields[field].levels()];
            unequalBest[field] = Double.NEGATIVE_INFINITY;
            for (int level = 0; level < weights[field].length; level++) {
                weights[field][level] = model.weight(field, level);
                if (level > 0) {
                    unequalBest[field] = Math.max(unequalBest[field], weights[field][level]);
                }
            }
        }
    }

    /// What equality weighs for each text of each field; 4 bytes a distinct text.
    static float[][] equalWeights(Model model) {
        float[][] equal = new float[model.entries().fields().size()][];
        for (int field = 0; field < equal.length; field++) {
            equal[field] = new float[0];
            if (model.entries().fields().get(field) instanceof TextField text) {
                equal[field] = new float[text.values().count()];
                for (int number = 1; number < equal[field].length; number++) {
                    equal[field][number] = (float) model.equalWeight(field, number);
                }
            }
        }
        return equal;
    }

    /// The sum of the evidence, or any number below [#FLOOR].
    double score(int left, int right) {
        double bound = 0;
        for (int field = 0; field < fields.length; field++) {
            if (fields[field] instanceof TextField text) {
                int one = text.values().number(Side.LEFT, left);
                int other = text.values().number(Side.RIGHT, right);
                boolean absent = one == 0 || other == 0;
                levels[field] = absent ? Field.ABSENT : one == other ? 0 : TO_COMPARE;
                bound += levels[field] == TO_COMPARE ? unequalBest[field] : weight(field, left);
            } else {
                levels[field] = fields[field].level(left, right, memory);
                bound += weight(field, left);
            }
        }
        for (int field = 0; field < fields.length && bound >= FLOOR; field++) {
            if (levels[field] == TO_COMPARE) {
                levels[field] = fields[field].level(left, right, memory);
                bound += weights[field][levels[field]] - unequalBest[field];
            }
        }
        return bound < FLOOR ? bound : sum(left);
    }

    private double sum(int left) {
        double sum = 0;
        for (int field = 0; field < fields.length; field++) {
            sum += weight(field, left);
        }
        return sum;
    }

    private double weight(int field, int left) {
        int level = levels[field];
        if (level == Field.ABSENT) {
            return 0;
        }
        return level == 0 && fields[field] instanceof TextField text
                ? equalWeights[field][text.values().number(Side.LEFT, left)]
                : weights[field][level];
    }
}
