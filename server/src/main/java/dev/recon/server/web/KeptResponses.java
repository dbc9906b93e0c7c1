package dev.recon.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.recon.server.access.Sight;
import dev.recon.server.platform.Limits;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What this process answered, by everything that the answer follows from.
@Component
final class KeptResponses {
    /// What a key and the cache itself need for one answer, about.
    private static final int BYTES_BESIDE = 512;

    private final Cache<Key, Response> kept;
    private final Counter hits;
    private final Counter misses;

    /// What an answer follows from.
    record Key(UUID workspaceId, Sight sight, String path, @Nullable String query) {}

    /// @param tag its `ETag`: the same bytes have the same
    record Response(byte[] body, String contentType, String tag) {}

    KeptResponses(MeterRegistry meters, Settings settings) {
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(Limits.KEPT_RESPONSES_BYTES_MAX)
                        .weigher((Key _, Response one) -> BYTES_BESIDE + one.body.length)
                        .expireAfterWrite(settings.cache().timeToLive())
                        .build();
        this.hits = counter(meters, "hit");
        this.misses = counter(meters, "miss");
    }

    Optional<Response> find(Key key) {
        Optional<Response> found = Optional.ofNullable(kept.getIfPresent(key));
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    void keep(Key key, Response response) {
        kept.put(key, response);
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("recon.cache.requests")
                .description("How often a kept answer was asked for")
                .tags("cache", "responses", "result", result)
                .register(meters);
    }
}
