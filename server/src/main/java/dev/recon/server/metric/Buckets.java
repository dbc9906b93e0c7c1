package dev.recon.server.metric;

import java.time.Duration;
import java.util.stream.LongStream;

/// The bounds of the buckets in which durations are counted.
public final class Buckets {
    private static final long[] REQUEST_MILLIS = {
        5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000
    };
    private static final long[] PAGE_MILLIS = {
        50, 100, 200, 300, 500, 800, 1200, 1800, 2500, 4000, 8000
    };
    private static final long[] SHORT_MICROS = {
        100, 500, 1000, 5000, 10_000, 50_000, 100_000, 200_000, 1_000_000, 5_000_000
    };
    private static final long[] RUN_SECONDS = {1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600};

    private Buckets() {}

    /// From 5 ms to 10 s, as the conventions for HTTP have it.
    public static Duration[] requests() {
        return LongStream.of(REQUEST_MILLIS).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    /// From 50 ms to 8 s, with the bounds of what is good and poor (web.dev/vitals).
    public static Duration[] pages() {
        return LongStream.of(PAGE_MILLIS).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    /// From 0.1 ms to 5 s.
    public static Duration[] shortTimes() {
        return LongStream.of(SHORT_MICROS)
                .mapToObj(micros -> Duration.ofNanos(micros * 1000))
                .toArray(Duration[]::new);
    }

    /// From a second to an hour.
    public static Duration[] runs() {
        return LongStream.of(RUN_SECONDS).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
