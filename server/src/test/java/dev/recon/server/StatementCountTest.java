package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A long page takes as many statements as a short one: nothing is asked row by row.
class StatementCountTest {
    /// Of its own: what others leave in theirs may cost a list one statement more, or none.
    private final TestServer server = TestServer.start(Map.of());

    private final Api api = server.api();
    private final CountedStatements statements = new CountedStatements(server, api);

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
        long few = statements.of(list + "limit=1");
        assertThat(few).as("statements of %s", list).isBetween(1L, most);
        assertThat(statements.of(list + "limit=50")).as("statements of %s", list).isEqualTo(few);
    }
}
