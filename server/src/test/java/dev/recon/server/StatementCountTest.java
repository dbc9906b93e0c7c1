package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A long page takes as many statements as a short one: nothing is asked row by row.
class StatementCountTest {
    /// What the server does beside it may add some: the fewest of so many tries count.
    private static final int TRIES = 5;

    /// Of its own: what others leave in theirs may cost a list one statement more, or none.
    private final TestServer server = TestServer.start(Map.of());

    private final Api api = server.api();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noListAsksRowByRow() {
        Journey journey = new Journey(api);
        String run = "/api/v1/runs/" + journey.run(Sample.of(200, 71), "counted").run();
        journey.run(Sample.of(80, 72), "counted again");

        requireFew(run + "/breaks?", 4);
        requireFew(run + "/breaks?sort=-value&status=open&", 4);
        requireFew(run + "/matches?", 4);
        requireFew("/api/v1/reconciliations?", 7);
        requireFew("/api/v1/audit-events?", 3);
    }

    private void requireFew(String list, long most) {
        assertThat(api.get(list + "limit=50").is(200).json().get("items").size())
                .as("entries of %s", list)
                .isGreaterThan(1);
        long few = statements(list + "limit=1");
        assertThat(few).as("statements of %s", list).isBetween(1L, most);
        assertThat(statements(list + "limit=50")).as("statements of %s", list).isEqualTo(few);
    }

    private long statements(String path) {
        return IntStream.rangeClosed(0, TRIES)
                .mapToLong(_ -> {
                    long before = counted();
                    api.getNew(path).is(200);
                    return counted() - before;
                })
                .min()
                .orElseThrow();
    }

    private long counted() {
        return server
                .bean(MeterRegistry.class)
                .find("db.client.operation.duration")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
