package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people decide holds, survives a later run, and can be taken back.
class DecisionTest {
    private final Api api = TestServer.shared().api();

    @Test
    void ofAHundredWhoDecideTheSameOneWins() throws Exception {
        Scenario scenario = Scenario.start(api, "hundred");
        List<Callable<Api.Answer>> deciders = new ArrayList<>();
        for (int one = 0; one < 100; one++) {
            deciders.add(() -> scenario.matchByHand(3, 4));
        }

        List<Integer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Api.Answer> decided : people.invokeAll(deciders)) {
                Api.Answer answer = decided.get();
                answers.add(answer.status());
                if (answer.status() == 409) {
                    assertThat(answer.text("/conflict/text"))
                            .isEqualTo("Ada Admin matched by hand left line 3 and right line 4");
                    assertThat(answer.text("/conflict/by/name")).isEqualTo("Ada Admin");
                }
            }
        }

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201).hasSize(100);
        String events = "/api/v1/audit-events?objectType=run&objectId=" + scenario.run();
        assertThat(scenario.journey().all(events, 50))
                .extracting(event -> event.get("action").asString())
                .containsOnlyOnce("match-by-hand");
    }

    @Test
    void aMatchByHandThatDiffersLeavesItsDifferenceToExplain() {
        Scenario scenario = Scenario.start(api, "differs");

        Api.Answer decided = scenario.matchByHand(3, 4).is(201);

        JsonNode match = api.get("/api/v1/matches/" + decided.text("/matchId")).json();
        assertThat(match.at("/breaks/0/kind").asString()).isEqualTo("amount-differs");
        assertThat(match.at("/breaks/0/difference/value").asString()).isEqualTo("0.50");
        assertThat(match.at("/row/byHand").asBoolean()).isTrue();
        JsonNode proof = scenario.journey().proven(scenario.run()).get("proof");
        assertThat(proof.at("/currencies/0/matchDifferences").asString()).isEqualTo("0.50");
    }

    @Test
    void aMatchThatIsTakenApartIsNotMadeAgain() {
        Scenario scenario = Scenario.start(api, "apart");

        Api.Answer decided = scenario.about("unmatch", 1).is(201);

        assertThat(decided.json().get("breaks")).hasSize(2);
        assertThat(scenario.holder(scenario.run(), 1).get("type").asString()).isEqualTo("open");
        scenario.journey().proven(scenario.run());
        String second = scenario.runAgain();
        assertThat(scenario.holder(second, 1).get("type").asString()).isEqualTo("open");
        JsonNode kept = api.get("/api/v1/runs/" + second + "/decisions").json().at("/items/0");
        assertThat(kept.get("kind").asString()).isEqualTo("unmatch");
        api.post("/api/v1/decisions/" + kept.get("id").asString() + "/undo", Map.of()).is(200);
        assertThat(scenario.holder(scenario.runAgain(), 1).get("type").asString())
                .isEqualTo("match");
    }

    @Test
    void aSuggestionThatIsAcceptedCountsAsMatchedAlsoInTheNextRun() {
        Scenario scenario = Scenario.start(api, "accepted");
        assertThat(status(scenario, scenario.run())).isEqualTo("suggested");

        scenario.about("accept", 2).is(201);

        assertThat(status(scenario, scenario.run())).isEqualTo("matched");
        JsonNode summary = scenario.journey().proven(scenario.run());
        assertThat(summary.at("/byStatus/1/leftEntries").asInt()).isZero();
        assertThat(status(scenario, scenario.runAgain())).isEqualTo("matched");
    }

    @Test
    void aSuggestionThatIsRejectedComesBackOnlyWhenThatIsUndone() {
        Scenario scenario = Scenario.start(api, "rejected");

        Api.Answer decided = scenario.about("reject", 2).is(201);

        assertThat(scenario.holder(scenario.run(), 2).get("type").asString()).isEqualTo("open");
        scenario.journey().proven(scenario.run());
        api.post("/api/v1/decisions/" + decided.text("/id") + "/undo", Map.of()).is(200);
        assertThat(status(scenario, scenario.run())).isEqualTo("suggested");
        scenario.journey().proven(scenario.run());
    }

    @Test
    void aMatchByHandSurvivesALaterRunAndCanStillBeTakenBack() {
        Scenario scenario = Scenario.start(api, "survives");
        scenario.matchByHand(3, 4).is(201);

        String second = scenario.runAgain();

        JsonNode match = scenario.holder(second, 3).get("match");
        assertThat(match.get("byHand").asBoolean()).isTrue();
        assertThat(match.get("pass").asString()).isEqualTo("by-hand");
        api.post(
                        "/api/v1/runs/" + scenario.run() + "/decisions",
                        Map.of("kind", "match-by-hand", "left", List.of(2), "right", List.of(2)))
                .is(409);
        JsonNode kept = api.get("/api/v1/runs/" + second + "/decisions").json().at("/items/0");
        api.post("/api/v1/decisions/" + kept.get("id").asString() + "/undo", Map.of()).is(200);
        assertThat(scenario.holder(second, 3).get("type").asString()).isEqualTo("open");
        JsonNode summary = scenario.journey().proven(second);
        assertThat(summary.toString()).doesNotContain("\"matches\":-");
        assertThat(scenario.holder(scenario.runAgain(), 3).get("type").asString())
                .isEqualTo("open");
    }

    @Test
    void aCommentGoesWithItsEntryToLaterRunsAndCanStillBeTakenBack() {
        Scenario scenario = Scenario.start(api, "said");
        scenario.journey()
                .decide(
                        scenario.run(),
                        Map.of(
                                "kind", "comment",
                                "breakId", openOnLeft(scenario.run()),
                                "text", "asked the bank"))
                .is(201);
        scenario.matchByHand(3, 4).is(201);

        String matched = scenario.runAgain();
        JsonNode match = scenario.holder(matched, 3).get("match");
        JsonNode inMatch = api.get("/api/v1/matches/" + match.get("id").asString()).json();
        String differs = inMatch.at("/breaks/0/id").asString();
        assertThat(comments(differs)).containsExactly("asked the bank");

        takeBack(matched, "match-by-hand");
        String open = scenario.runAgain();
        assertThat(comments(openOnLeft(open))).containsExactly("asked the bank");
        assertThat(api.get("/api/v1/breaks/" + openOnLeft(open)).json().at("/row/comments").asInt())
                .isEqualTo(1);

        takeBack(open, "comment");
        assertThat(comments(openOnLeft(open))).isEmpty();
        assertThat(comments(openOnLeft(scenario.runAgain()))).isEmpty();
    }

    /// The break of left line 3.
    private String openOnLeft(String run) {
        String breaks = "/api/v1/runs/" + run + "/breaks?status=open&kind=missing-on-right";
        return api.get(breaks).is(200).json().at("/items/0/id").asString();
    }

    private List<String> comments(String breakId) {
        List<String> texts = new ArrayList<>();
        api.get("/api/v1/breaks/" + breakId)
                .is(200)
                .json()
                .get("comments")
                .forEach(one -> texts.add(one.get("text").asString()));
        return texts;
    }

    /// Takes back the only decision of a kind that stands in a run.
    private void takeBack(String run, String kind) {
        for (JsonNode decision :
                api.get("/api/v1/runs/" + run + "/decisions").json().get("items")) {
            if (decision.get("kind").asString().equals(kind)) {
                String undo = "/api/v1/decisions/" + decision.get("id").asString() + "/undo";
                api.post(undo, Map.of()).is(200);
            }
        }
    }

    @Test
    void nobodyUndoesWhatALaterDecisionStandsOn() {
        Scenario scenario = Scenario.start(api, "stands");
        Api.Answer apart = scenario.about("unmatch", 1).is(201);
        scenario.matchByHand(1, 1).is(201);

        Api.Answer refused =
                api.post("/api/v1/decisions/" + apart.text("/id") + "/undo", Map.of()).is(409);

        assertThat(refused.text("/conflict/kind")).isEqualTo("match-by-hand");
    }

    @Test
    void whatWasUndoneStandsInNobodysWay() {
        Scenario scenario = Scenario.start(api, "undone one by one");
        String pass = scenario.holder(scenario.run(), 1).at("/match/pass").asString();
        Api.Answer apart = scenario.about("unmatch", 1).is(201);
        Api.Answer byHand = scenario.matchByHand(1, 1).is(201);
        Api.Answer apartAgain = scenario.about("unmatch", 1).is(201);

        for (Api.Answer decided : List.of(apartAgain, byHand, apart)) {
            api.post("/api/v1/decisions/" + decided.text("/id") + "/undo", Map.of()).is(200);
        }

        JsonNode match = scenario.holder(scenario.run(), 1).get("match");
        assertThat(match.get("pass").asString()).isEqualTo(pass);
        assertThat(match.get("byHand").asBoolean()).isFalse();
        scenario.journey().proven(scenario.run());
        scenario.about("unmatch", 1).is(201);
    }

    @Test
    void whatCannotBeMatchedIsRefusedInWords() {
        Scenario scenario = Scenario.start(api, "refused");

        assertThat(scenario.matchByHand(3, 5).is(422).text("/detail")).contains("currency");
        assertThat(scenario.matchByHand(3, 99).is(422).text("/errors/0/pointer"))
                .isEqualTo("#/right");
        assertThat(scenario.matchByHand(1, 4).is(409).text("/detail")).contains("in match M-");
        assertThat(scenario.about("reject", 1).is(422).text("/detail")).contains("matched");
        scenario.journey()
                .decide(
                        scenario.run(),
                        Map.of("kind", "unmatch", "matchId", scenario.run() + ".1", "version", 7))
                .is(409);
        assertThat(decided(scenario, Map.of("kind", "explode")))
                .contains(
                        "#/kind is \"explode\"; it must be one of match-by-hand, unmatch, accept,"
                                + " reject, comment");
        assertThat(decided(scenario, Map.of("text", "what?"))).contains("#/kind is missing;");
    }

    private static String decided(Scenario scenario, Map<String, Object> body) {
        return scenario.journey().decide(scenario.run(), body).is(422).text("/detail");
    }

    private static String status(Scenario scenario, String run) {
        return scenario.holder(run, 2).at("/match/status").asString();
    }
}
