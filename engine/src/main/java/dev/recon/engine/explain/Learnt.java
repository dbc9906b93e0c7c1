package dev.recon.engine.explain;

import dev.recon.engine.probable.Model;
import dev.recon.engine.probable.Population;
import dev.recon.engine.probable.Probable;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What each field weighs as evidence, learnt from the entries of the run themselves, as the
/// probable pass learns it (see [Model]): the logarithm to the base of 2 of how much oftener
/// matches look like this than chance does. All weights that a person sees come from here.
public final class Learnt {
    /// How often matches keep a reference or a currency, where nothing can be learnt about it.
    private static final double REFERENCE_KEPT = 0.9;

    private static final double CURRENCY_KEPT = 0.999;
    private static final double UNSEEN = 0.5;

    private final Optional<Model> model;
    private final List<String> leftTexts;
    private final List<String> rightTexts;
    private final double currencyShared;

    private Learnt(Sample sample, int threads) {
        this.model = model(sample, threads);
        this.leftTexts = sample.codes(Side.LEFT);
        this.rightTexts = sample.codes(Side.RIGHT);
        this.currencyShared = currencyShared(sample);
    }

    /// Learns from a sample of a run, once for all its explanations.
    public static Learnt of(Scope scope, int threads) {
        return new Learnt(Sample.of(scope), threads);
    }

    private static Optional<Model> model(Sample sample, int threads) {
        return Probable.learn(
                new Population(
                        sample.left(),
                        sample.right(),
                        sample.fields(),
                        List.of(),
                        List.of(),
                        IntStream.range(0, sample.left().rows()).toArray(),
                        IntStream.range(0, sample.right().rows()).toArray(),
                        row -> row,
                        row -> row,
                        (_, _) -> false),
                threads);
    }

    /// What each field weighs that both entries have, to one decimal.
    Map<String, Double> weights(EntryPair pair) {
        EntryFields.Compared left = pair.left().compared();
        EntryFields.Compared right = pair.right().compared();
        List<Model.Evidence> found =
                model.map(it -> it.evidence(left.table(), left.row(), right.table(), right.row()))
                        .orElse(List.of());
        return found.stream()
                .filter(one -> left.isPresent(one.field()) && right.isPresent(one.field()))
                .collect(Collectors.toMap(Model.Evidence::field, one -> round(one.weight())));
    }

    /// What the sums of the amounts of two sides weigh.
    OptionalDouble amount(long left, long right) {
        OptionalDouble weight =
                model.map(it -> it.amount(left, right)).orElse(OptionalDouble.empty());
        return weight.isEmpty() ? weight : OptionalDouble.of(round(weight.getAsDouble()));
    }

    /// What the same currency weighs, or another one.
    double currency(boolean same) {
        return same
                ? log2(CURRENCY_KEPT / currencyShared)
                : log2((1 - CURRENCY_KEPT) / (1 - currencyShared));
    }

    /// What it weighs that a reference stands in a text of a side: the more, the fewer have it.
    double inText(Side side, String code) {
        List<String> texts = side == Side.LEFT ? leftTexts : rightTexts;
        long others = texts.stream().filter(text -> text.contains(code)).count() - 1;
        return log2(REFERENCE_KEPT * (texts.size() + 1) / (Math.max(0, others) + UNSEEN));
    }

    /// The share of random pairs that have the same currency.
    private static double currencyShared(Sample sample) {
        Map<Short, Long> theirs = new HashMap<>();
        for (short code : sample.right().currencies().packed()) {
            theirs.merge(code, 1L, Long::sum);
        }
        double shared = UNSEEN;
        for (short code : sample.left().currencies().packed()) {
            shared += theirs.getOrDefault(code, 0L);
        }
        double pairs = (double) sample.left().rows() * sample.right().rows();
        return Math.min(CURRENCY_KEPT, shared / (pairs + 1));
    }

    private static double log2(double value) {
        return round(StrictMath.log(value) / StrictMath.log(2));
    }

    private static double round(double weight) {
        return Math.round(weight * 10) / 10.0;
    }
}
