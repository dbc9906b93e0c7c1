package dev.recon.server.fleeting;

import dev.recon.server.metric.Buckets;
import dev.recon.server.platform.Dependencies;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Redis behind a circuit: each command waits 200 ms at most, and one that fails is answered by the
/// memory of this process or not at all.
final class RedisFleeting implements Fleeting, AutoCloseable {
    private static final String PREFIX = "recon:";
    private static final String NAME = "redis";

    /// [Rate#take] on the clock of Redis, so that all processes share one.
    private static final String TAKE =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local interval, turns = tonumber(ARGV[1]), tonumber(ARGV[2])
            local full = tonumber(redis.call('GET', KEYS[1]) or '0')
            local next = math.max(full, now) + interval
            local earliest = next - interval * turns
            if earliest > now then return {0, 0, earliest - now} end
            redis.call('SET', KEYS[1], next, 'PX', next - now)
            return {1, math.floor((now - earliest) / interval), next - now}
            """;

    private final RedisLines lines;
    private final InProcess own;
    private final Circuit circuit;
    private final Dependencies dependencies;
    private final Timer duration;
    private final Map<String, Runnable> ears = new ConcurrentHashMap<>();
    private volatile boolean listening;

    RedisFleeting(RedisLines lines, MeterRegistry meters, Dependencies dependencies) {
        this.lines = lines;
        this.own = new InProcess(new SteadyTime());
        this.circuit = new Circuit(new SteadyTime());
        this.dependencies = dependencies;
        this.duration =
                Timer.builder("recon.redis.command.duration")
                        .description("How long commands to Redis took")
                        .serviceLevelObjectives(Buckets.shortTimes())
                        .register(meters);
        Gauge.builder("recon.circuit.state", circuit, one -> one.isOpen() ? 1 : 0)
                .description("1 while it is not asked because it did not answer")
                .tag("dependency", NAME)
                .register(meters);
        dependencies.isUp(NAME, true);
    }

    @Override
    public Optional<byte[]> find(String key) {
        return ask(redis -> Optional.ofNullable(redis.get(PREFIX + key))).flatMap(found -> found);
    }

    @Override
    public void keep(String key, byte[] value, Duration timeToLive) {
        SetArgs until = SetArgs.Builder.px(Math.max(1, timeToLive.toMillis()));
        ask(redis -> redis.set(PREFIX + key, value, until));
    }

    @Override
    public void forget(String key) {
        ask(redis -> redis.del(PREFIX + key));
    }

    @Override
    public Turn take(String bucket, Rate rate) {
        Optional<List<Long>> answer =
                ask(redis ->
                        redis.eval(
                                TAKE,
                                ScriptOutputType.MULTI,
                                new String[] {PREFIX + bucket},
                                text(rate.intervalMillis()),
                                text(rate.turns())));
        return answer.map(found ->
                        new Turn(
                                found.getFirst() == 1,
                                rate.turns(),
                                found.get(1).intValue(),
                                found.get(2)))
                .orElseGet(() -> own.take(bucket, rate));
    }

    @Override
    public boolean isShared() {
        return listening && !circuit.isOpen() && dependencies.isUp(NAME);
    }

    @Override
    public void call(String channel) {
        ask(redis -> redis.publish(PREFIX + channel, new byte[0]));
    }

    @Override
    public void listen(String channel, Runnable then) {
        ears.put(PREFIX + channel, then);
        beginToListen();
    }

    /// Asks whether it is there, and listens again where it did not.
    void look() {
        ask(RedisCommands::ping);
        if (!listening) {
            beginToListen();
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    private synchronized void beginToListen() {
        if (listening || ears.isEmpty()) {
            return;
        }
        try {
            subscribe(lines.listening());
        } catch (RedisException _) {
            dependencies.isUp(NAME, false);
        }
    }

    /// A connection on which nothing is heard is given back: there may be only so many.
    private void subscribe(StatefulRedisPubSubConnection<String, String> line) {
        line.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, String text) {
                        Runnable ear = ears.get(channel);
                        if (ear != null) {
                            ear.run();
                        }
                    }
                });
        try {
            line.sync().subscribe(ears.keySet().toArray(String[]::new));
            listening = true;
        } finally {
            if (!listening) {
                line.close();
            }
        }
    }

    private <T> Optional<T> ask(Function<RedisCommands<String, byte[]>, T> command) {
        if (!circuit.allows()) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        boolean answered = false;
        try {
            T answer = command.apply(lines.line().sync());
            answered = true;
            return Optional.ofNullable(answer);
        } catch (RedisException _) {
            return Optional.empty();
        } finally {
            duration.record(Duration.ofNanos(System.nanoTime() - start));
            dependencies.isUp(NAME, answered);
            circuit.ended(answered);
        }
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
