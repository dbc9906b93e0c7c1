package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people decide and mend over what a source has delivered goes on, whatever it delivers next.
class DeliveryChainTest {
    private static final String HEAD = "ref,amount,ccy,date,who\n";
    private static final String LEFT = HEAD + "c-1,30.00,EUR,2026-01-07,Hooli\n";
    private static final String ONE = "c-x,29.50,EUR,2026-01-27,Hooli Ltd\n";
    private static final String TWO = "c-y,7.00,EUR,2026-01-28,Stark\n";
    private static final String THREE = "c-z,8.00,EUR,2026-01-29,Stark\n";

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void whatWasDecidedGoesOnHoweverManyDeliveriesCameSince() {
        String source = source("decided long ago");
        Scenario scenario = scenario("deliveries between two runs", HEAD + ONE + TWO);
        deliver(source, HEAD + ONE + TWO).is(201);
        scenario.matchByHand(1, 1).is(201);

        deliver(source, HEAD + TWO + THREE).is(201);
        String all = merged(deliver(source, HEAD + THREE.replace("c-z", "c-w")));
        String later = run(scenario, all);

        journey.proven(later);
        assertThat(scenario.holder(later, 1).at("/match/pass").asString()).isEqualTo("by-hand");
        assertThat(breakOf(later, 2).at("/firstSeen/run").asInt())
                .as("it has been open since the first run")
                .isEqualTo(1);
        assertThat(breakOf(later, 4).at("/firstSeen/run").asInt()).isEqualTo(2);
        assertThat(scenario.matchByHand(1, 2).is(409).text("/type"))
                .isEqualTo("/problems/run-superseded");
    }

    @Test
    void aMendedLineStaysMendedWhenItsSourceDeliversAgain() {
        String source = source("mended");
        String broken = ONE.replace("29.50", "viel");
        Scenario scenario = scenario("mended between two deliveries", HEAD + broken);
        deliver(source, HEAD + broken).is(201);
        String mended = mend(scenario.run(), "viel", "29.50").is(202).text("/id");
        journey.await(mended, "done");
        match(mended);

        JsonNode next = deliver(source, HEAD + broken + TWO).is(201).json();
        String later = run(scenario, next.get("mergedFileId").asString());

        assertThat(journey.proven(later).at("/rejected/right").asInt()).isZero();
        assertThat(scenario.holder(later, 1).at("/match/pass").asString()).isEqualTo("by-hand");
    }

    @Test
    void whatASourceHasDeliveredMoreToIsMendedWithThat() {
        String source = source("mended late");
        String broken = ONE.replace("29.50", "viel").replace("c-x", "c-v");
        Scenario scenario = scenario("mended after the next delivery", HEAD + broken);
        deliver(source, HEAD + broken).is(201);
        String all = merged(deliver(source, HEAD + THREE));

        Api.Answer late = mend(scenario.run(), "viel", "29.50").is(409);

        assertThat(late.text("/detail")).contains("the source mended late", "newest deliveries");
        String later = run(scenario, all);
        mend(later, "viel", "29.50").is(202);
    }

    private Scenario scenario(String name, String right) {
        return Scenario.start(api, name, Scenario.RULES, List.of(LEFT, right));
    }

    private String run(Scenario scenario, String right) {
        String run = journey.queue(scenario.made().reconciliation(), scenario.made().left(), right);
        journey.await(run, "done");
        return run;
    }

    private void match(String run) {
        Object both = Map.of("kind", "match-by-hand", "left", List.of(1), "right", List.of(1));
        journey.decide(run, both).is(201);
    }

    private JsonNode breakOf(String run, int rightLine) {
        return journey.all("/api/v1/runs/" + run + "/breaks", 50).stream()
                .filter(each -> each.at("/right/line").asInt(0) == rightLine)
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer mend(String run, String found, String mended) {
        String path = "/api/v1/runs/" + run + "/rejected-lines/right";
        String lines = api.get(path).is(200).body().replace(found, mended);
        return api.deliver(path + "?name=mended.csv", lines.getBytes(StandardCharsets.UTF_8));
    }

    private String source(String name) {
        return api.post("/api/v1/sources", Map.of("name", name)).is(201).text("/id");
    }

    private Api.Answer deliver(String source, String text) {
        String path = "/api/v1/sources/" + source + "/deliveries?name=bank.csv";
        return api.deliver(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String merged(Api.Answer delivery) {
        return delivery.is(201).text("/mergedFileId");
    }
}
