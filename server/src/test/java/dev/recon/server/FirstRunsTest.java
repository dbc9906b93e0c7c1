package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Two runs begin over the same files before either has a result.
class FirstRunsTest {
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);

    @Test
    void nobodyDecidesInARunWhoseFollowerGetsItsResultAtThatMoment() throws Exception {
        String url = TestDatabase.fresh();
        Map<String, String> database = Map.of("DATABASE_URL", url);
        try (TestServer one = TestServer.start(database);
                TestServer _ = TestServer.fresh(database);
                Connection segments = open(url);
                Connection firstRow = open(url);
                Connection secondRow = open(url);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            lock(segments, "LOCK TABLE run_segment IN SHARE MODE");
            Journey journey = new Journey(one.api());
            Journey.Made made = make(one.api());
            String first = journey.queue(made.reconciliation(), made.left(), made.right());
            String second = journey.queue(made.reconciliation(), made.left(), made.right());
            await(one, "both publish", 2, "%INTO run_segment%");
            lock(firstRow, "SELECT FROM run WHERE id = '%s' FOR UPDATE".formatted(first));
            lock(secondRow, "SELECT FROM run WHERE id = '%s' FOR NO KEY UPDATE".formatted(second));
            segments.rollback();
            await(one, "the second has all but its result", 1, "%finished_at = now()%");
            firstRow.rollback();
            Faults.await(
                    "the first has its result, or waits for the second",
                    WAIT_MAX,
                    () -> isDone(one, first) || waiting(one, "%advisory%") == 1);

            Future<Api.Answer> decided = people.submit(() -> decide(journey, first));
            Faults.await(
                    "it is decided, or waits for a result",
                    WAIT_MAX,
                    () -> decided.isDone() || waiting(one, "SELECT id FROM run%FOR UPDATE") == 1);
            secondRow.rollback();

            journey.await(first, "done");
            journey.await(second, "done");
            assertThat(decided.get().status()).isEqualTo(409);
            decide(journey, second).is(201);
        }
    }

    private static Api.Answer decide(Journey journey, String run) {
        return journey.decide(
                run, Map.of("kind", "match-by-hand", "left", List.of(3), "right", List.of(4)));
    }

    private static Journey.Made make(Api api) {
        String left = "ref,amount,ccy,date,who\n";
        String right = left;
        for (int line = 1; line < 6; line++) {
            left += "a-%1$d,%1$d0.00,EUR,2026-01-0%1$d,Acme\n".formatted(line);
            right += "b-%1$d,%1$d0.50,EUR,2026-02-0%1$d,Hooli\n".formatted(line);
        }
        String rules = Scenario.RULES;
        return new Journey.Made(
                api.upload("left.csv", left).text("/id"),
                api.upload("right.csv", right).text("/id"),
                api.post("/api/v1/reconciliations", Map.of("name", "two", "rules", rules))
                        .is(201)
                        .text("/id"),
                "");
    }

    private static boolean isDone(TestServer server, String run) {
        return server.api().get("/api/v1/runs/" + run).text("/status").equals("done");
    }

    private static void await(TestServer server, String what, int count, String statement) {
        Faults.await(what, WAIT_MAX, () -> waiting(server, statement) == count);
    }

    private static int waiting(TestServer server, String statement) {
        return server.owner()
                .sql(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                            AND query LIKE :statement
                        """)
                .param("statement", statement)
                .query(Integer.class)
                .single();
    }

    private static Connection open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
