package dev.recon.server.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is usual in a row of numbers: the middle one, and how far the others are from it.
///
/// @param median the middle one
/// @param spread the middle one of the distances from it (median absolute deviation)
record Usual(double median, double spread) {
    /// So many numbers tell what is usual.
    static final int NUMBERS_MIN = 4;

    /// By this the spread of a normal distribution becomes its standard deviation.
    private static final double NORMAL = 1.4826;

    /// Farther away than so many standard deviations is unusual.
    private static final double DEVIATIONS = 4;

    /// A tenth is never unusual, however even the past was.
    private static final double SHARE_MIN = 0.1;

    static Optional<Usual> of(List<? extends Number> numbers) {
        if (numbers.size() < NUMBERS_MIN) {
            return Optional.empty();
        }
        double median = median(numbers.stream().map(Number::doubleValue).toList());
        List<Double> distances =
                numbers.stream().map(one -> Math.abs(one.doubleValue() - median)).toList();
        return Optional.of(new Usual(median, median(distances)));
    }

    /// From where to where a number is nothing unusual.
    double low() {
        return Math.max(0, median - reach());
    }

    double high() {
        return median + reach();
    }

    boolean holds(double number) {
        return number >= low() && number <= high();
    }

    private double reach() {
        return Math.max(DEVIATIONS * NORMAL * spread, SHARE_MIN * median);
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = new ArrayList<>(numbers);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
