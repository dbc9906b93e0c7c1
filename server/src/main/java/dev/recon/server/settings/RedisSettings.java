package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Which Redis; without one, what it would do is done in the process.
///
/// @param url `redis://`, `rediss://` (TLS) or `redis-sentinel://`; a login in it wins
/// @param username for servers with access lists
/// @param poolSize the most connections of this process
public record RedisSettings(
        Optional<URI> url, Optional<String> username, Optional<String> password, int poolSize) {
    private static final int POOL_SIZE_DEFAULT = 10;
    private static final int POOL_SIZE_MAX = 1000;
    private static final Set<String> SCHEMES = Set.of("redis", "rediss", "redis-sentinel");

    @Override
    public String toString() {
        return "RedisSettings[hidden]";
    }

    static RedisSettings read(Environment from) {
        return new RedisSettings(
                from.address("REDIS_URL", SCHEMES),
                from.text("REDIS_USERNAME"),
                from.password("REDIS_PASSWORD"),
                from.small("REDIS_POOL_SIZE", new Range(1, POOL_SIZE_MAX), POOL_SIZE_DEFAULT));
    }
}
