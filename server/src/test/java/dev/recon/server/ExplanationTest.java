package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Why an entry is open and why entries are matched, over HTTP.
class ExplanationTest {
    private static final int ROWS = 40;
    private static final String SIDE =
            "{fields: {reference: {column: ref}, date: {column: date, format: yyyy-MM-dd},"
                    + " amount: {column: amount}}}\n";
    private static final String RULES =
            "version: 1\ndecimals: 2\nleft: "
                    + SIDE
                    + "right: "
                    + SIDE
                    + "passes:\n"
                    + "  - {name: exact, kind: exact, key: [reference, amount]}\n"
                    + "  - {name: near, kind: close, key: [reference], amount: 0.05, days: 3}\n";

    private final Api api = TestServer.shared().api();

    @Test
    void anOpenEntrySaysWhatFailedByHowMuchAndWhichChangeWouldMatchIt() {
        JsonNode list = candidates(api, open(api, run(api), 2));

        JsonNode first = list.at("/items/0");
        assertThat(first.at("/entry/line").asInt()).isEqualTo(2);
        assertThat(first.get("taken").isNull()).isTrue();
        assertThat(first.get("confidence").asDouble()).isBetween(0.0, 1.0);
        JsonNode why = first.at("/whyNot/" + first.get("nearest").asInt());
        assertThat(why.get("field").asString()).isEqualTo("amount");
        assertThat(why.at("/distance/type").asString()).isEqualTo("amount");
        assertThat(why.at("/distance/apart/value").asString()).isEqualTo("0.09");
        JsonNode near = first.at("/whyNot/1");
        assertThat(near.get("pass").asString()).isEqualTo("near");
        assertThat(near.at("/distance/allowed/value").asString()).isEqualTo("0.05");
        assertThat(list.at("/change/text").asString()).contains("0.09");
        assertThat(list.at("/change/candidate").asInt()).isEqualTo(1);
        assertThat(list.at("/change/others").asInt()).isZero();
        assertThat(list.get("searched").asInt()).isEqualTo(ROWS);
    }

    /// 60.00 and 40.00 were taken; 58.50 and 41.50 come to the same.
    @Test
    void aSumNamesTheOtherWaysToIt() {
        String rules = RULES + "  - {name: several, kind: sum, key: [], days: 3, entries: 3}\n";
        String left = "ref,date,amount\nPAY,2026-10-01,100.00\nX,2026-10-02,98.40\n";
        StringBuilder right = new StringBuilder("ref,date,amount\n");
        for (String amount : List.of("60.00", "40.00", "41.50", "58.50")) {
            right.append("I" + amount + ",2026-10-01," + amount + "\n");
        }
        Scenario scenario = Scenario.start(api, "sums", rules, List.of(left, right.toString()));
        JsonNode match = scenario.holder(scenario.run(), 1).get("match");
        assertThat(match.get("pass").asString()).isEqualTo("several");

        JsonNode sums =
                api.get("/api/v1/matches/" + match.get("id").asString() + "/explanation")
                        .is(200)
                        .json()
                        .at("/sums/0");
        assertThat(sums.get("complete").asBoolean()).isTrue();
        assertThat(sums.at("/nearest/0/difference/value").asString()).isEqualTo("0.00");
        assertThat(sums.at("/nearest/0/entries").size()).isEqualTo(2);
        JsonNode open = candidates(api, open(api, scenario.run(), 2)).at("/sums/0");
        assertThat(open.get("pass").asString()).isEqualTo("several");
        assertThat(open.at("/nearest/0/difference/value").asString()).isEqualTo("1.60");
    }

    @Test
    void aCandidateThatSomebodyTookNamesTheMatchUntilItIsFreeAgain() {
        String run = run(api);
        String breakId = open(api, run, 2);
        assertThat(candidates(api, breakId).at("/items/0/taken").isNull()).isTrue();

        Journey journey = new Journey(api);
        String decision =
                journey.decide(
                                run,
                                Map.of(
                                        "kind",
                                        "match-by-hand",
                                        "left",
                                        List.of(3),
                                        "right",
                                        List.of(2)))
                        .is(201)
                        .text("/id");

        JsonNode taken = candidate(api, breakId, 2).get("taken");
        assertThat(taken.get("byHand").asBoolean()).isTrue();
        assertThat(taken.at("/lines/0").asInt()).isEqualTo(3);
        assertThat(taken.get("lead").asDouble()).isNegative();
        api.get("/api/v1/matches/" + taken.get("matchId").asString()).is(200);

        api.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(200);
        assertThat(candidate(api, breakId, 2).get("taken").isNull()).isTrue();
    }

    @Test
    void aPairThatAPersonTookApartIsSaidToBeThatUntilItIsUndone() {
        String run = run(api);
        int version = api.get("/api/v1/matches/" + run + ".1").json().at("/row/version").asInt();
        Map<String, Object> apart =
                Map.of("kind", "unmatch", "matchId", run + ".1", "version", version);
        String decision = new Journey(api).decide(run, apart).is(201).text("/id");

        JsonNode list = candidates(api, open(api, run, 1));

        JsonNode why = list.at("/items/0/whyNot/0");
        assertThat(list.at("/items/0/entry/line").asInt()).isEqualTo(1);
        assertThat(why.get("field").asString()).isEqualTo("decision");
        assertThat(why.get("text").asString()).isEqualTo("a person rejected the two");
        assertThat(list.get("change").isNull()).isTrue();
        api.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(200);
        assertThat(candidates(api, open(api, run, 2)).at("/change/others").asInt()).isZero();
    }

    @Test
    void aMatchShowsItsEvidenceAsASumAndWhatItsPassAsked() {
        String run = run(api);

        JsonNode why = explanation(api, run);

        double sum =
                StreamSupport.stream(why.get("evidence").spliterator(), false)
                        .mapToDouble(one -> one.get("weight").asDouble())
                        .sum();
        assertThat(why.get("score").asDouble()).isCloseTo(sum, offset(0.01)).isPositive();
        assertThat(why.get("conditions")).isNotEmpty();
        assertThat(why.get("conditions")).allMatch(one -> one.get("holds").asBoolean());
        assertThat(why.get("conditions"))
                .filteredOn(one -> one.get("field").asString().equals("amount"))
                .isNotEmpty()
                .allMatch(one -> one.at("/distance/apart/value").asString().equals("0.00"));
        assertThat(why.get("alternatives")).isNotEmpty();
        api.get("/api/v1/matches/" + run + ".999/explanation").is(404);
    }

    @Test
    void aLargeRunIsExplainedByWhatAnIndexFindsNear() {
        try (TestServer server = TestServer.start(Map.of("RECON_EXPLAINED_BYTES_MAX", "100"))) {
            String run = run(server.api());

            JsonNode list = candidates(server.api(), open(server.api(), run, 2));

            assertThat(list.at("/items/0/entry/line").asInt()).isEqualTo(2);
            assertThat(list.at("/items/0/evidence")).isNotEmpty();
            assertThat(list.at("/change/text").asString()).contains("0.09");
            assertThat(list.at("/change/others").isNull()).isTrue();
            JsonNode why = explanation(server.api(), run);
            assertThat(why.get("conditions")).isNotEmpty();
            assertThat(why.get("alternatives")).isEmpty();
        }
    }

    /// The second entries are 0.09 apart where 0.05 are allowed; the third are strangers.
    private static String run(Api api) {
        StringBuilder left = new StringBuilder("ref,date,amount\n");
        StringBuilder right = new StringBuilder("ref,date,amount\n");
        for (int row = 1; row <= ROWS; row++) {
            String key = "INV-" + (1000 + row * 37) + ",2026-10-" + (10 + row % 19) + ",";
            left.append(key).append(row * 11).append(".50\n");
            right.append(row == 3 ? "NONE-9,2026-12-31," : key)
                    .append(row * 11)
                    .append(row == 2 ? ".41\n" : row == 3 ? ".99\n" : ".50\n");
        }
        String leftFile = api.upload("left.csv", left.toString()).text("/id");
        String rightFile = api.upload("right.csv", right.toString()).text("/id");
        String reconciliation =
                api.post("/api/v1/reconciliations", Map.of("name", "tolerance", "rules", RULES))
                        .is(201)
                        .text("/id");
        Journey journey = new Journey(api);
        String run = journey.queue(reconciliation, leftFile, rightFile);
        journey.await(run, "done");
        return run;
    }

    private static String open(Api api, String run, int leftLine) {
        String breaks = "/api/v1/runs/" + run + "/breaks?side=left";
        return StreamSupport.stream(
                        api.get(breaks).is(200).json().get("items").spliterator(), false)
                .filter(one -> one.at("/left/line").asInt() == leftLine)
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private static JsonNode candidates(Api api, String breakId) {
        return api.get("/api/v1/breaks/" + breakId + "/candidates").is(200).json();
    }

    private static JsonNode candidate(Api api, String breakId, int line) {
        return StreamSupport.stream(candidates(api, breakId).get("items").spliterator(), false)
                .filter(one -> one.at("/entry/line").asInt() == line)
                .findFirst()
                .orElseThrow();
    }

    /// Why the entries of the first match belong together.
    private static JsonNode explanation(Api api, String run) {
        return api.get("/api/v1/matches/" + run + ".1/explanation").is(200).json();
    }
}
