package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Live events are kept for an hour, also where nobody watches.
class LiveForgetTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @Test
    void oldEventsGoAlsoWhereNobodyWatches() {
        Map<String, String> database = Map.of("DATABASE_URL", TestDatabase.fresh());
        try (TestServer first = TestServer.start(database)) {
            new Journey(first.api()).run(Sample.of(20, 3), "unwatched");
            assertThat(events(first)).isPositive();
            first.owner()
                    .sql("UPDATE live_event SET created_at = created_at - interval '61 minutes'")
                    .update();
        }

        try (TestServer next = TestServer.fresh(database)) {
            long until = System.nanoTime() + WAIT.toNanos();
            while (events(next) > 0) {
                assertThat(System.nanoTime()).as("old events stay").isLessThan(until);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static int events(TestServer server) {
        return server.owner()
                .sql("SELECT count(*)::int FROM live_event")
                .query(Integer.class)
                .single();
    }
}
