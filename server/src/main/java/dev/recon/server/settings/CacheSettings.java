package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.time.Duration;

/// Whether answers are kept to be given again, and for how long at most.
public record CacheSettings(boolean enabled, Duration timeToLive) {
    private static final long SECONDS_DEFAULT = 3600;
    private static final long SECONDS_MAX = 7 * 24 * 3600;

    static CacheSettings read(Environment from) {
        return new CacheSettings(
                from.flag("ENABLE_CACHING", true),
                Duration.ofSeconds(
                        from.number("CACHE_TTL", new Range(1, SECONDS_MAX), SECONDS_DEFAULT)));
    }
}
