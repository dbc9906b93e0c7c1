package dev.recon.server.fleeting;

import dev.recon.server.settings.RedisSettings;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ConnectionFuture;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The connections to Redis: made when they are first needed, a few for commands and one to listen
/// on, together no more than REDIS_POOL_SIZE. A lost one comes back by itself; until then its
/// commands fail at once.
final class RedisLines implements AutoCloseable {
    static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration CONNECT_WAIT = Duration.ofMillis(500);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final int COMMAND_LINES_MAX = 4;
    private static final int WAITING_MAX = 1000;
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final ClientResources resources;
    private final RedisURI uri;
    private final RedisClient client;
    private final AtomicReferenceArray<StatefulRedisConnection<String, byte[]>> lines;
    private final AtomicInteger turn = new AtomicInteger();

    RedisLines(RedisSettings settings) {
        resources =
                DefaultClientResources.builder()
                        .ioThreadPoolSize(2)
                        .reconnectDelay(Delay.constant(RECONNECT))
                        .computationThreadPoolSize(2)
                        .build();
        uri = uri(settings);
        client = RedisClient.create(resources);
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(WAITING_MAX)
                        .timeoutOptions(TimeoutOptions.enabled(WAIT))
                        .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_WAIT).build())
                        .build());
        int commandLines = Math.clamp(settings.poolSize() - 1L, 1, COMMAND_LINES_MAX);
        lines = new AtomicReferenceArray<>(commandLines);
    }

    /// One of the connections for commands.
    StatefulRedisConnection<String, byte[]> line() {
        int place = Math.floorMod(turn.getAndIncrement(), lines.length());
        StatefulRedisConnection<String, byte[]> line = lines.get(place);
        return line == null ? connect(place) : line;
    }

    /// A connection to listen on.
    StatefulRedisPubSubConnection<String, String> listening() {
        return opened(client.connectPubSubAsync(StringCodec.UTF8, uri));
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private synchronized StatefulRedisConnection<String, byte[]> connect(int place) {
        StatefulRedisConnection<String, byte[]> line = lines.get(place);
        if (line == null) {
            line = opened(client.connectAsync(CODEC, uri));
            line.setTimeout(WAIT);
            lines.set(place, line);
        }
        return line;
    }

    /// Waits for a connection. One that is given up may still come about, when Redis wakes up just
    /// then: nobody would hold it, so it is closed.
    private static <C extends StatefulConnection<?, ?>> C opened(ConnectionFuture<C> opening) {
        boolean held = false;
        try {
            C line = opening.get(CONNECT_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            held = true;
            return line;
        } catch (TimeoutException | ExecutionException failure) {
            throw new RedisConnectionException("Redis did not answer in time", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RedisConnectionException("interrupted", interrupted);
        } finally {
            if (!held) {
                var _ = opening.thenAccept(StatefulConnection::close);
            }
        }
    }

    private static RedisURI uri(RedisSettings settings) {
        RedisURI uri = RedisURI.create(settings.url().orElseThrow());
        uri.setTimeout(CONNECT_WAIT);
        uri.setClientName("recon-server");
        Optional<char[]> password = settings.password().map(String::toCharArray);
        if (password.isPresent() && !hasLogin(settings)) {
            uri.setCredentialsProvider(login(settings.username(), password.get()));
        }
        // A sentinel asks for the same password, and knows no users.
        for (RedisURI sentinel : uri.getSentinels()) {
            sentinel.setTimeout(CONNECT_WAIT);
            password.ifPresent(
                    secret -> sentinel.setCredentialsProvider(login(Optional.empty(), secret)));
        }
        return uri;
    }

    private static RedisCredentialsProvider login(Optional<String> username, char[] password) {
        return new StaticCredentialsProvider(username.orElse(null), password);
    }

    private static boolean hasLogin(RedisSettings settings) {
        return settings.url().map(url -> url.getRawUserInfo() != null).orElse(false);
    }
}
