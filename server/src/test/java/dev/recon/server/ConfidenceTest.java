package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// How sure a match is: as sure as the run found it, unless what a person decided of it holds.
class ConfidenceTest {
    private final Api api = TestServer.shared().api();

    @Test
    void whatAPersonAcceptedIsSure() {
        Scenario scenario = Scenario.start(api, "sure");

        scenario.about("accept", 2).is(201);

        assertThat(confidence(scenario)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject"})
    void aSuggestionIsAsUnsureAsBeforeOnceADecisionAboutItIsTakenBack(String kind) {
        Scenario scenario = Scenario.start(api, "back " + kind);
        double found = confidence(scenario);
        assertThat(found).isLessThan(1);
        List<JsonNode> list = list(scenario, "id");
        List<JsonNode> leastSure = list(scenario, "confidence");
        assertThat(leastSure.getFirst().get("confidence").asDouble()).isEqualTo(found);

        String decision = scenario.about(kind, 2).is(201).text("/id");
        api.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(200);

        assertThat(confidence(scenario)).isEqualTo(found);
        String match = scenario.holder(scenario.run(), 2).at("/match/id").asString();
        JsonNode shown = api.get("/api/v1/matches/" + match).is(200).json();
        assertThat(shown.at("/row/confidence").asDouble()).isEqualTo(found);
        assertThat(confidences(list(scenario, "id"))).isEqualTo(confidences(list));
        assertThat(confidences(list(scenario, "confidence"))).isEqualTo(confidences(leastSure));
        assertThat(numbers(list(scenario, "confidence"))).isEqualTo(numbers(leastSure));
    }

    private static double confidence(Scenario scenario) {
        return scenario.holder(scenario.run(), 2).at("/match/confidence").asDouble();
    }

    /// All matches, one a page.
    private static List<JsonNode> list(Scenario scenario, String sort) {
        String path = "/api/v1/runs/" + scenario.run() + "/matches?sort=" + sort;
        return scenario.journey().all(path, 1);
    }

    private static List<Double> confidences(List<JsonNode> matches) {
        return matches.stream().map(match -> match.get("confidence").asDouble()).toList();
    }

    private static List<Integer> numbers(List<JsonNode> matches) {
        return matches.stream().map(match -> match.get("number").asInt()).toList();
    }
}
