package dev.recon.server.platform;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What the server depends on, and whether it answered when it was last asked.
@Component
public final class Dependencies {
    private final MeterRegistry meters;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    private static final class State {
        private volatile boolean up = true;
    }

    Dependencies(MeterRegistry meters) {
        this.meters = meters;
        isUp("postgres", true);
    }

    /// Notes whether it answers; each time that it does not is counted.
    public void isUp(String dependency, boolean up) {
        states.computeIfAbsent(dependency, this::register).up = up;
        if (!up) {
            errors(dependency).increment();
        }
    }

    /// Whether it answered when it was last asked.
    public boolean isUp(String dependency) {
        State state = states.get(dependency);
        return state != null && state.up;
    }

    private State register(String dependency) {
        State state = new State();
        Gauge.builder("recon.dependency.up", state, one -> one.up ? 1 : 0)
                .description("Whether it answered when it was last asked")
                .tag("dependency", dependency)
                .strongReference(true)
                .register(meters);
        errors(dependency).increment(0);
        return state;
    }

    private Counter errors(String dependency) {
        return Counter.builder("recon.dependency.errors")
                .description("How often it did not answer")
                .tags("dependency", dependency, "kind", "no-answer")
                .register(meters);
    }
}
