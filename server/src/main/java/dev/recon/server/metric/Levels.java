package dev.recon.server.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Figures that go up and down and are set from time to time; setting one forgets what it had.
@Component
public final class Levels {
    private final MeterRegistry meters;
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    Levels(MeterRegistry meters) {
        this.meters = meters;
    }

    /// One value and what it is of.
    public record Value(double value, Tags tags) {}

    public static Value value(double value, String... tags) {
        return new Value(value, Tags.of(tags));
    }

    public void set(Level level, List<Value> values) {
        gauges.computeIfAbsent(
                        level.name(),
                        name ->
                                MultiGauge.builder(name)
                                        .description(level.meaning())
                                        .baseUnit(level.unit().isEmpty() ? null : level.unit())
                                        .register(meters))
                .register(
                        values.stream()
                                .<MultiGauge.Row<?>>map(
                                        one -> MultiGauge.Row.of(one.tags, one.value))
                                .toList(),
                        true);
    }
}
