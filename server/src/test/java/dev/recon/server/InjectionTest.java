package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What looks like a program is data, in every filter and sort field of the contract (S11).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectionTest {
    private static final Duration SLEEP = Duration.ofSeconds(20);
    private static final List<String> PAYLOADS =
            List.of(
                    "'",
                    "\\",
                    "' OR '1'='1",
                    "x') OR 1=1 --",
                    "'; SELECT pg_sleep(" + SLEEP.toSeconds() + "); --",
                    "number; DROP TABLE break",
                    "value,(SELECT pg_sleep(" + SLEEP.toSeconds() + "))",
                    "$.** ? (@ like_regex \"(a+)+$\")",
                    "(a+)+$".repeat(5),
                    "a".repeat(150) + "!",
                    "%_%",
                    ":workspaceId",
                    "${jndi:ldap://127.0.0.1/a}",
                    "\u0000",
                    "\u202e",
                    "-1",
                    "99999999999999999999",
                    "NaN");

    private final TestServer server = TestServer.fresh(Map.of());
    private final Browser admin = new People(server).admin();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyFieldTakesItAsAWordOrRefusesIt() {
        new People(server).join(admin, "analyst@example.com", "analyst");
        new People(server).join(admin, MatrixRequests.SPARE + "@example.com", "viewer");
        MatrixRequests requests = MatrixRequests.make(admin);
        List<Long> before = rows();
        long begun = System.nanoTime();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String operation : Contract.operations()) {
            if (!operation.startsWith("GET /api/")) {
                continue;
            }
            String path = requests.path(operation.substring("GET ".length()));
            for (String name : Contract.query(operation)) {
                for (String payload : PAYLOADS) {
                    asked++;
                    int status = ask(path, name, payload);
                    if (status >= 500) {
                        wrong.add(status + " " + operation + " " + name + "=" + payload);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(200);
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(Duration.ofNanos(System.nanoTime() - begun).dividedBy(asked))
                .as("nothing slept")
                .isLessThan(SLEEP.dividedBy(10));
    }

    private int ask(String path, String name, String payload) {
        String mark = path.contains("?") ? "&" : "?";
        String query = name + "=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        return Raw.get(admin.api(), path + mark + query, Map.of()).status();
    }

    /// What an injected statement would have changed.
    private List<Long> rows() {
        JdbcClient db = server.owner();
        return List.of("break", "run", "decision", "person", "account", "file").stream()
                .map(table -> db.sql("SELECT count(*) FROM " + table).query(Long.class).single())
                .toList();
    }
}
