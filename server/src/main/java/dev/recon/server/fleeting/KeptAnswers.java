package dev.recon.server.fleeting;

import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Answers that were computed before. A key names the workspace and the version of what the answer
/// is made of, so that a kept answer is never an old one: it is only not found.
@Component
public final class KeptAnswers {
    private static final double JITTER = 0.1;

    private final Fleeting fleeting;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final boolean enabled;
    private final Duration timeToLive;

    /// Where an answer is kept.
    ///
    /// @param cache what kind of answer it is
    /// @param name workspace, object, version and question
    public record Key(String cache, String name) {}

    KeptAnswers(Fleeting fleeting, JsonMapper json, MeterRegistry meters, Settings settings) {
        this.fleeting = fleeting;
        this.json = json;
        this.meters = meters;
        this.enabled = settings.cache().enabled();
        this.timeToLive = settings.cache().timeToLive();
        counter("break-counts", "hit");
        counter("break-counts", "miss");
    }

    /// The kept answer, or a new one, which is kept.
    public <T> T get(Key key, Class<T> type, Supplier<T> compute) {
        if (!enabled) {
            return compute.get();
        }
        Optional<T> found = find(key, type);
        counter(key.cache, found.isPresent() ? "hit" : "miss").increment();
        return found.orElseGet(() -> make(key, compute));
    }

    /// Keeps an answer before anybody asks for it, unless it is kept already; nobody is counted.
    public <T> void warm(Key key, Class<T> type, Supplier<T> compute) {
        if (enabled && find(key, type).isEmpty()) {
            make(key, compute);
        }
    }

    private <T> Optional<T> find(Key key, Class<T> type) {
        return fleeting.find(place(key)).flatMap(bytes -> read(bytes, type));
    }

    private <T> T make(Key key, Supplier<T> compute) {
        T made = compute.get();
        fleeting.keep(place(key), json.writeValueAsBytes(made), withJitter());
        return made;
    }

    private static String place(Key key) {
        return "answer:" + key.cache + ":" + key.name;
    }

    private <T> Optional<T> read(byte[] bytes, Class<T> type) {
        try {
            return Optional.of(json.readValue(bytes, type));
        } catch (JacksonException _) {
            return Optional.empty(); // another release wrote it
        }
    }

    /// What was kept at once does not end at once.
    private Duration withJitter() {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.max(1000, Math.round(timeToLive.toMillis() * factor)));
    }

    private Counter counter(String cache, String result) {
        return Counter.builder("recon.cache.requests")
                .description("How often a kept answer was asked for")
                .tags("cache", cache, "result", result)
                .register(meters);
    }
}
