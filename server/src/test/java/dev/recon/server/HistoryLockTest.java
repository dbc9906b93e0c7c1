package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// While somebody's large file is read, put together and packed, everybody else works on: the
/// history of the workspace is locked only once that is done.
class HistoryLockTest {
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);
    private static final String HEAD = "booking_date,amount,currency,bank_reference,text\n";
    private static final String RENT = "2026-10-01,-900.00,EUR,R-1,rent\n";
    private static final String FEE = "2026-10-20,-5.00,EUR,,fee\n";

    @Test
    void othersWorkOnWhileADeliveryIsPutToTheOnesBefore() throws Exception {
        String url = TestDatabase.fresh();
        try (TestServer server = TestServer.start(Map.of("DATABASE_URL", url))) {
            Api api = server.api();
            String source = api.post("/api/v1/sources", Map.of("name", "bank")).text("/id");
            String path = "/api/v1/sources/" + source + "/deliveries?name=bank.csv";
            api.deliver(path, bytes(HEAD + RENT)).is(201);

            Api.Answer answer =
                    whileOthersWorkOn(
                            server,
                            new Held(url, "delivery"),
                            () -> api.deliver(path, bytes(HEAD + RENT + FEE)));

            assertThat(answer.is(201).text("/state")).isEqualTo("taken");
            assertThat(actions(api))
                    .containsSubsequence(
                            "delivery-taken", "file-uploaded", "source-added", "delivery-taken");
        }
    }

    @Test
    void othersWorkOnWhileAMendedFileIsPacked() throws Exception {
        String url = TestDatabase.fresh();
        try (TestServer server = TestServer.start(Map.of("DATABASE_URL", url))) {
            Api api = server.api();
            String head = "ref,amount,ccy,date,who\n";
            String wrong = "m-1,ten,EUR,2026-01-05,Acme\n";
            String good = "m-2,20.00,EUR,2026-01-05,Acme\n";
            Scenario scenario =
                    Scenario.start(
                            api,
                            "packed",
                            Scenario.RULES,
                            List.of(head + good, head + wrong + good));
            String path = "/api/v1/runs/" + scenario.run() + "/rejected-lines/right";
            String lines =
                    new String(api.bytes(api.request(path).GET()).body(), StandardCharsets.UTF_8);

            Api.Answer answer =
                    whileOthersWorkOn(
                            server,
                            new Held(url, "derived_file"),
                            () ->
                                    api.deliver(
                                            path + "?name=m.csv",
                                            bytes(lines.replace("ten", "10.00"))));

            String run = answer.is(202).text("/id");
            scenario.journey().await(run, "done");
            assertThat(actions(api))
                    .containsSubsequence("lines-mended", "file-uploaded", "source-added");
        }
    }

    /// A table that nobody may write to for now: what comes before that is over.
    private record Held(String url, String table) {}

    private static Api.Answer whileOthersWorkOn(
            TestServer server, Held held, Callable<Api.Answer> work) throws Exception {
        try (Connection table = DriverManager.getConnection(held.url);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            table.setAutoCommit(false);
            execute(table, "LOCK TABLE " + held.table + " IN SHARE MODE");
            Future<Api.Answer> heavy = people.submit(work);
            Faults.await("its files are kept", WAIT_MAX, () -> waits(server, held.table));

            Future<Api.Answer> light =
                    people.submit(() -> server.api().post("/api/v1/sources", Map.of("name", "b")));
            try {
                light.get(WAIT_MAX.toSeconds(), TimeUnit.SECONDS).is(201);
                assertThat(heavy.isDone()).isFalse();
            } finally {
                table.rollback();
            }
            return heavy.get(WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static boolean waits(TestServer server, String table) {
        return server.owner()
                        .sql(
                                """
                                SELECT count(*) FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock'
                                    AND query LIKE :statement
                                """)
                        .param("statement", "%INTO " + table + " %")
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// What the history says, newest first.
    private static List<String> actions(Api api) {
        return new Journey(api)
                .all("/api/v1/audit-events", 50).stream()
                        .map(event -> event.get("action").asString())
                        .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
