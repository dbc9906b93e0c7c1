package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.evidence.ChainFile;
import dev.recon.engine.evidence.Check;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The history as people read it, and that nothing happens without it.
class AuditTest {
    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void eventsAreFoundByWhatTheySay() {
        Scenario scenario = Scenario.start(api, "audit-filter-" + System.nanoTime());
        String about = "/api/v1/audit-events?objectType=run&objectId=" + scenario.run();
        List<JsonNode> all = journey.all(about, 1);
        JsonNode done = all.getFirst();
        String at = done.get("at").asString();

        assertThat(actions(about)).containsExactly("run-done", "run-queued");
        assertThat(actions(about + "&action=run-queued")).containsExactly("run-queued");
        assertThat(actions(about + "&from=" + at)).containsExactly("run-done");
        assertThat(actions(about + "&to=" + at)).containsExactly("run-queued");
        assertThat(actions(about + "&person=" + done.at("/by/id").asString())).hasSize(2);
        assertThat(actions(about + "&person=019a0000-0000-7000-8000-00000000dead")).isEmpty();
        assertThat(api.get("/api/v1/audit-events?person=x").is(400).text("/detail"))
                .contains("id of a person");
        assertThat(api.get("/api/v1/audit-events?from=yesterday").is(400).text("/detail"))
                .contains("2026-01-31T00:00:00Z");
    }

    @Test
    void anEventNamesTheRunThatItIsAbout() {
        String name = "audit-names-" + System.nanoTime();
        Scenario scenario = Scenario.start(api, name);
        scenario.matchByHand(3, 4).is(201);
        String about = "/api/v1/audit-events?objectType=run&objectId=" + scenario.run();

        assertThat(journey.all(about, 50))
                .allSatisfy(event -> {
                    assertThat(event.at("/object/name").asString()).isEqualTo("run #1");
                    assertThat(event.at("/object/reconciliation").asString()).contains(name);
                });
    }

    @Test
    void theChainIsVerifiedAndGivenOut() throws Exception {
        Scenario.start(api, "audit-chain-" + System.nanoTime());

        JsonNode check = api.post("/api/v1/audit-chain/check", Map.of()).is(200).json();
        JsonNode chain = api.get("/api/v1/audit-chain").is(200).json();
        String exported = api.get("/api/v1/audit-chain/export").is(200).body();

        assertThat(check.get("holds").asBoolean()).as(check.toString()).isTrue();
        assertThat(chain.at("/lastCheck/holds").asBoolean()).isTrue();
        ChainFile.Verified verified =
                ChainFile.verify(
                        new BufferedReader(new StringReader(exported)), List.of(), _ -> {});
        assertThat(verified.checks()).allMatch(Check::holds);
        assertThat(verified.head().orElseThrow().seal().key())
                .isEqualTo(chain.get("publicKey").asString());
    }

    @Test
    void aRunThatFailsIsHistoryToo() {
        String left = api.upload("left.csv", "a,b\n1,2\n").text("/id");
        String right = api.upload("right.csv", "nothing that fits\n").text("/id");
        String reconciliation =
                api.post(
                                "/api/v1/reconciliations",
                                Map.of("name", "fails", "rules", Scenario.RULES))
                        .is(201)
                        .text("/id");
        String run = journey.queue(reconciliation, left, right);
        journey.await(run, "failed");

        assertThat(actions("/api/v1/audit-events?objectType=run&objectId=" + run))
                .containsExactly("run-failed", "run-queued");
    }

    @Test
    void aChangeWithoutItsEventIsRefusedInTests() {
        JdbcClient db = TestServer.shared().owner();
        api.upload("some.csv", "a,b\n");

        assertThatThrownBy(() -> db.sql("UPDATE file SET name = name || 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("without an audit event");
    }

    private List<String> actions(String path) {
        return journey.all(path, 50).stream().map(event -> event.get("action").asString()).toList();
    }
}
