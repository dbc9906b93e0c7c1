package dev.recon.server.figure;

import dev.recon.server.metric.Buckets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// How fast pages are for the people before them, as their browsers measured it. Only the sums are
/// kept: neither who looked, nor at what.
@Component
final class WebVitals {
    /// What is measured (web.dev/vitals), as far as it is a time.
    enum Vital {
        /// Until the largest part of the page was there.
        LCP,
        /// From a key or a click to the next picture, at the worst.
        INP,
        /// Until the first byte came.
        TTFB
    }

    private final Map<Vital, Timer> timers = new EnumMap<>(Vital.class);

    WebVitals(MeterRegistry meters) {
        for (Vital vital : Vital.values()) {
            timers.put(
                    vital,
                    Timer.builder("recon.frontend.web.vital")
                            .description("How fast pages were, as browsers measured it")
                            .tag("vital", vital.name())
                            .serviceLevelObjectives(Buckets.pages())
                            .register(meters));
        }
    }

    void add(Vital vital, Duration took) {
        Objects.requireNonNull(timers.get(vital)).record(took);
    }
}
