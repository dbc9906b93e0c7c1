package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A run that leaves too many breaks is nearly always a wrong file or a wrong rule set.
class HeldRunTest {
    @Test
    void aRunWithTooManyBreaksIsHeldAndSaysWhy() {
        try (TestServer server = TestServer.start(Map.of("RECON_BREAKS_MAX", "10"))) {
            Api api = server.api();
            Journey journey = new Journey(api);
            Sample sample = Sample.of(60, 31);
            String left = api.upload("left.csv", sample.left()).text("/id");
            String right = api.upload("right.csv", sample.right()).text("/id");
            String proposal = "/api/v1/proposals?leftFile=" + left + "&rightFile=" + right;
            String rules = api.get(proposal).is(200).text("/rules");
            String reconciliation =
                    api.post("/api/v1/reconciliations", Map.of("name", "held", "rules", rules))
                            .text("/id");
            String run = journey.queue(reconciliation, left, right);

            JsonNode held = journey.await(run, "held");

            assertThat(held.at("/failure/title").asString()).contains("breaks");
            assertThat(held.at("/failure/detail").asString()).contains("rule set");
            assertThat(held.at("/summary/proof/holds").asBoolean()).isTrue();
            assertThat(journey.all("/api/v1/runs/" + run + "/breaks", 50)).isEmpty();
            assertThat(journey.all("/api/v1/runs/" + run + "/matches", 50)).isNotEmpty();
            journey.decide(
                            run,
                            Map.of(
                                    "kind", "match-by-hand",
                                    "left", java.util.List.of(1),
                                    "right", java.util.List.of(1)))
                    .is(409);
        }
    }

    @Test
    void aFileThatCannotBeReadFailsTheRunInWords() {
        Api api = TestServer.shared().api();
        Journey journey = new Journey(api);
        String left = api.upload("other.csv", "x,y\n1,2\n").text("/id");
        String right = api.upload("right.csv", Sample.of(10, 32).right()).text("/id");
        String reconciliation =
                api.post(
                                "/api/v1/reconciliations",
                                Map.of("name", "unreadable", "rules", Scenario.RULES))
                        .text("/id");

        JsonNode failed = journey.await(journey.queue(reconciliation, left, right), "failed");

        assertThat(failed.at("/failure/detail").asString()).contains("other.csv").contains("ref");
    }
}
