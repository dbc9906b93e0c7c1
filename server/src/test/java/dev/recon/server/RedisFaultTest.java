package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.fleeting.Fleeting;
import dev.recon.server.fleeting.Rate;
import dev.recon.server.fleeting.Turn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two servers that share a database and Redis, and what becomes of them when Redis does not (R6).
class RedisFaultTest {
    private static final RedisProcess REDIS = RedisProcess.start();
    private static final String DATABASE = TestDatabase.fresh();
    private static final TestServer ONE = server();
    private static final TestServer TWO = server();
    private static final Rate RATE = new Rate("test", 10, Duration.ofHours(1));

    private static TestServer server() {
        return TestServer.start(
                Map.of(
                        "DATABASE_URL",
                        DATABASE,
                        "REDIS_URL",
                        REDIS.url(),
                        "REDIS_POOL_SIZE",
                        "3",
                        "CACHE_TTL",
                        "60"));
    }

    @AfterAll
    static void stop() {
        TWO.close();
        ONE.close();
        REDIS.close();
    }

    @Test
    void bothServersHaveOneBudgetAndEveryKeyEnds() {
        Fleeting one = ONE.bean(Fleeting.class);
        Fleeting two = TWO.bean(Fleeting.class);

        // On a busy machine a command may take more than its 200 ms; then a server answers from its
        // own memory, for this one bucket.
        assertThat(IntStream.range(0, 5).mapToObj(n -> granted("shared-" + n))).contains(10L);
        one.keep("shared", new byte[] {7}, Duration.ofMinutes(1));
        assertThat(two.find("shared")).contains(new byte[] {7});
        two.forget("shared");
        assertThat(one.find("shared")).isEmpty();
        new Journey(ONE.api()).run(Sample.of(40, 2), "cached");
        for (String key : REDIS.ask("KEYS recon:*").split("\r\n", -1)) {
            if (key.startsWith("recon:")) {
                assertThat(REDIS.ask("PTTL " + key)).as(key).matches("(?s):[1-9].*");
            }
        }
        awaitConnections(6);
    }

    /// How many of the turns that both servers give in turn are granted.
    private static long granted(String bucket) {
        Fleeting one = ONE.bean(Fleeting.class);
        Fleeting two = TWO.bean(Fleeting.class);
        return IntStream.range(0, 14)
                .mapToObj(i -> (i % 2 == 0 ? one : two).take(bucket, RATE))
                .filter(Turn::granted)
                .count();
    }

    /// Two servers with REDIS_POOL_SIZE 3; what was cut in a fault before goes within moments.
    private static void awaitConnections(int most) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        int found = REDIS.ask("CLIENT LIST").split("name=recon-server", -1).length - 1;
        while (found > most && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            found = REDIS.ask("CLIENT LIST").split("name=recon-server", -1).length - 1;
        }
        assertThat(found).as("connections of two servers").isBetween(2, most);
    }

    @Test
    void aKeptAnswerIsFoundAndNeverOld() {
        Journey journey = new Journey(ONE.api());
        Journey.Made made = journey.run(Sample.of(100, 4), "counted");
        String counts = "/api/v1/runs/" + made.run() + "/break-counts";
        String first = ONE.api().get(counts).is(200).body();

        assertThat(TWO.api().get(counts).is(200).body()).isEqualTo(first);
        REDIS.ask("FLUSHALL");
        assertThat(ONE.api().get(counts).is(200).body()).isEqualTo(first);
        String open =
                ONE.api()
                        .get("/api/v1/runs/" + made.run() + "/breaks?kind=missing-on-right")
                        .text("/items/0/id");
        journey.decide(
                made.run(), Map.of("kind", "comment", "breaks", List.of(open), "comment", "seen"));
        assertThat(TWO.api().get(counts).is(200).body()).isEqualTo(first);
    }

    @Test
    void killedFrozenOrFlushedWorkGoesOn() {
        Journey journey = new Journey(ONE.api());
        for (String fault : List.of("flushed", "killed", "frozen")) {
            Map<String, Runnable> begin = new HashMap<>();
            begin.put("flushed", () -> REDIS.ask("FLUSHALL"));
            begin.put("killed", REDIS::kill);
            begin.put("frozen", REDIS::freeze);
            begin.getOrDefault(fault, () -> {}).run();
            long start = System.nanoTime();
            journey.proven(journey.run(Sample.of(60, 6), "while " + fault).run());
            ONE.api().get("/health/ready").is(200);
            Turn turn = ONE.bean(Fleeting.class).take("alone-" + fault, RATE);
            assertThat(turn.granted()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(30));
            if (fault.equals("killed")) {
                REDIS.restart();
            } else if (fault.equals("frozen")) {
                REDIS.thaw();
            }
            awaitShared(fault);
        }
    }

    /// Redis is used again without a restart of the servers.
    private static void awaitShared(String fault) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!ONE.bean(Fleeting.class).isShared()) {
            assertThat(System.nanoTime())
                    .as("Redis is used again after it was %s", fault)
                    .isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(ONE.api().get("/api/v1/system").is(200).text("/redis")).isEqualTo("up");
    }
}
