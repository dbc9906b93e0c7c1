package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/// A source fetches the rows of a query from a real PostgreSQL: it reads only, in a bounded time,
/// and every decimal comes as it stands.
class QueryFetchTest {
    private static final String DATABASE = TestDatabase.empty();
    private static final JdbcClient LEDGER =
            JdbcClient.create(new DriverManagerDataSource(DATABASE));
    private static final TestServer SERVER = FetchServer.SERVER;

    private final Api api = SERVER.api();

    @BeforeAll
    static void fill() {
        LEDGER.sql(
                        """
                        CREATE TABLE ledger (id int, amount numeric(24, 4), day date,
                            at timestamptz, note text, paid boolean)
                        """)
                .update();
        LEDGER.sql(
                        """
                        INSERT INTO ledger VALUES
                            (1, 12345678901234567890.1230, '2026-10-01', '2026-10-01 10:00+00',
                                'say "now", twice', true),
                            (2, -0.0100, '2026-10-02', NULL, NULL, false)
                        """)
                .update();
    }

    @Test
    void rowsComeExactAndDaysInIso() {
        FetchingSource source = FetchingSource.add(api, "query exact");
        source.set(wanted("SELECT * FROM ledger ORDER BY id")).is(200);
        JsonNode place = source.firstLook();

        assertThat(place.get("problem").isNull()).as(place.toString()).isTrue();
        assertThat(source.merged())
                .isEqualTo(
                        """
                        id,amount,day,at,note,paid
                        1,12345678901234567890.1230,2026-10-01,2026-10-01T10:00:00Z,\
                        "say ""now"", twice",true
                        2,-0.0100,2026-10-02,,,false
                        """);
        source.look();
        assertThat(source.deliveries()).as("the same rows are the same delivery").hasSize(1);
    }

    @Test
    void aTrialShowsTheFirstRows() {
        JsonNode trial =
                FetchingSource.add(api, "query trial")
                        .attempt(
                                wanted(
                                        "SELECT n FROM generate_series(1, 1000000) AS n"
                                                + " WHERE '{\"a\": 1}'::jsonb ? 'a'"));

        assertThat(trial.get("outcome").asString()).isEqualTo("reached");
        assertThat(trial.get("lines")).hasSize(21);
        assertThat(trial.at("/lines/1").asString()).isEqualTo("1");
    }

    @Test
    void nothingIsWrittenHoweverTheQueryTries() {
        FetchingSource source = FetchingSource.add(api, "query writes");

        JsonNode deletes = source.attempt(wanted("DELETE FROM ledger RETURNING id"));
        JsonNode hidden =
                source.attempt(
                        wanted(
                                "WITH gone AS (DELETE FROM ledger RETURNING id)"
                                        + " SELECT 1 FROM gone"));
        Api.Answer two = source.set(wanted("SELECT 1; DELETE FROM ledger"));

        assertThat(deletes.at("/problem/found").asString()).contains("read-only transaction");
        assertThat(hidden.at("/problem/found").asString()).contains("read-only transaction");
        assertThat(two.is(422).text("/detail")).contains("one statement");
        assertThat(LEDGER.sql("SELECT count(*) FROM ledger").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void aWrongQueryAndABinaryColumnSayWhatIsWrong() {
        FetchingSource source = FetchingSource.add(api, "query wrong");

        JsonNode typing = source.attempt(wanted("SELECT amonut FROM ledger"));
        JsonNode binary = source.attempt(wanted("SELECT 'a'::bytea AS picture"));
        JsonNode login =
                source.attempt(
                        FetchingSource.wanted("database", place("SELECT 1", "nobody"), "wrong"));

        assertThat(typing.at("/problem/found").asString()).contains("amonut");
        assertThat(binary.at("/problem/where").asString()).endsWith("column picture");
        assertThat(login.at("/problem/found").asString()).contains("nobody");
    }

    @Test
    void withoutASettingNothingPrivateIsReached() {
        FetchingSource source = FetchingSource.add(TestServer.shared().api(), "query private");

        JsonNode refused = source.attempt(wanted("SELECT 1"));

        assertThat(refused.at("/problem/found").asString()).contains("not public");
        assertThat(refused.at("/problem/mend").asString()).contains("EGRESS_NETWORKS");
    }

    private static Map<String, @org.jspecify.annotations.Nullable Object> wanted(String query) {
        return FetchingSource.wanted("database", place(query, "postgres"), "postgres");
    }

    private static Map<String, Object> place(String query, String username) {
        URI address = URI.create(DATABASE.substring("jdbc:".length()));
        String host = Objects.requireNonNull(address.getHost());
        return new HashMap<>(
                Map.of(
                        "driver",
                        "postgresql",
                        "host",
                        host.equals("localhost") ? "127.0.0.1" : host,
                        "port",
                        address.getPort(),
                        "database",
                        address.getPath().substring(1),
                        "username",
                        username,
                        "query",
                        query,
                        "encrypted",
                        false));
    }
}
