package dev.recon.bench;

import java.util.Arrays;
import java.util.Locale;

/// How generated entries spread over accounts and days.
enum Shape {
    /// Over many accounts and a quarter of a year.
    USUAL,
    /// All in one account.
    ONE_ACCOUNT,
    /// All on one day; what clears later does so.
    ONE_DAY;

    /// The shape of a word such as `one-day`.
    static Shape of(String word) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shape " + word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
