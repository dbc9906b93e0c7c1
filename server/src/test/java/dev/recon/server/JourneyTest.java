package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The main road, from two files to a break that a person has worked.
class JourneyTest {
    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void twoFilesBecomeExplainedBreaksThatAPersonWorks() {
        String run = journey.run(Sample.of(200, 1), "bank against ledger").run();
        JsonNode summary = journey.proven(run);
        assertThat(summary.get("byKind").size()).isGreaterThan(2);
        JsonNode missing = first(run, "missing-on-right");
        int leftLine = missing.at("/left/line").asInt();

        int rightLine = bestCandidate(missing.get("id").asString(), leftLine);
        String decision = matchByHand(run, missing, rightLine);

        assertThat(open(journey.proven(run))).isEqualTo(open(summary) - 2);
        api.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(200);
        JsonNode undone = journey.proven(run);
        assertThat(undone.get("byStatus")).isEqualTo(summary.get("byStatus"));
        assertThat(undone.get("byKind")).isEqualTo(summary.get("byKind"));
        assertThat(undone.get("byPass")).isEqualTo(summary.get("byPass"));
        api.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(409);
        assertThat(journey.all("/api/v1/audit-events?objectType=run&objectId=" + run, 3))
                .extracting(event -> event.get("action").asString())
                .containsExactly("undo", "match-by-hand", "run-done", "run-queued");
    }

    /// The line of the right that speaks most for belonging to a break of the left.
    private int bestCandidate(String breakId, int leftLine) {
        JsonNode detail = api.get("/api/v1/breaks/" + breakId).is(200).json();
        assertThat(detail.at("/left/0/raw").asString()).startsWith("L" + leftLine + ",");
        JsonNode candidates =
                api.get("/api/v1/breaks/" + breakId + "/candidates").is(200).json().get("items");
        assertThat(candidates).isNotEmpty();
        assertThat(candidates.get(0).get("evidence")).isNotEmpty();
        assertThat(candidates.get(0).get("whyNot")).isNotEmpty();
        for (JsonNode candidate : candidates) {
            if (candidate.get("taken").isNull()) {
                return candidate.at("/entry/line").asInt();
            }
        }
        throw new AssertionError("every candidate is taken: " + candidates);
    }

    /// Matches a break's left entry with a right one, and looks at it from every side.
    private String matchByHand(String run, JsonNode missing, int rightLine) {
        int leftLine = missing.at("/left/line").asInt();
        Api.Answer decided =
                journey.decide(
                                run,
                                Map.of(
                                        "kind",
                                        "match-by-hand",
                                        "left",
                                        List.of(leftLine),
                                        "right",
                                        List.of(rightLine),
                                        "text",
                                        "the bank lost it"))
                        .is(201);
        assertThat(decided.json().get("breaks")).hasSizeGreaterThanOrEqualTo(2);
        JsonNode held = api.get("/api/v1/runs/" + run + "/entries/left/" + leftLine).is(200).json();
        assertThat(held.at("/holder/match/id").asString()).isEqualTo(decided.text("/matchId"));
        api.get("/api/v1/matches/" + decided.text("/matchId")).is(200);
        assertThat(api.get("/api/v1/breaks/" + missing.get("id").asString()).text("/row/status"))
                .isEqualTo("resolved");
        return decided.text("/id");
    }

    @Test
    void aCommentStandsAtItsBreakUntilItIsTakenBack() {
        String run = journey.run(Sample.of(60, 2), "comments").run();
        String breakId = first(run, "missing-on-right").get("id").asString();

        Api.Answer said =
                journey.decide(
                                run,
                                Map.of(
                                        "kind", "comment",
                                        "breakId", breakId,
                                        "text", "asked the bank <b>"))
                        .is(201);

        JsonNode detail = api.get("/api/v1/breaks/" + breakId).is(200).json();
        assertThat(detail.at("/comments/0/text").asString()).isEqualTo("asked the bank <b>");
        assertThat(detail.at("/row/comments").asInt()).isEqualTo(1);
        assertThat(detail.at("/activity/0/kind").asString()).isEqualTo("comment");
        api.post("/api/v1/decisions/" + said.text("/id") + "/undo", Map.of()).is(200);
        assertThat(api.get("/api/v1/breaks/" + breakId).json().get("comments")).isEmpty();
    }

    @Test
    void aPreviewNeedsNoUpload() throws Exception {
        Sample sample = Sample.of(300, 3);
        String head = sample.left().substring(0, sample.left().length() / 2);
        Multipart parts =
                new Multipart()
                        .file("left", "ledger.csv", head)
                        .file("right", "bank.csv", sample.right())
                        .field("leftBytes", String.valueOf(sample.left().length()));

        JsonNode proposal = api.send(parts.post(api, "/api/v1/previews")).is(200).json();

        assertThat(proposal.get("sampled").asBoolean()).isTrue();
        assertThat(proposal.at("/left/rowsEstimated").asInt()).isBetween(280, 320);
        assertThat(proposal.get("passes")).isNotEmpty();
        assertThat(proposal.get("rules").asString()).contains("passes:");
        assertThat(proposal.get("faults")).isEmpty();
    }

    @Test
    void anEditedRuleSetComesBackWithItsFaults() {
        Sample sample = Sample.of(50, 4);
        String left = api.upload("l.csv", sample.left()).text("/id");
        String right = api.upload("r.csv", sample.right()).text("/id");
        String rules = "version: 1\ndecimals: -2\npasses: []\n";

        JsonNode proposal =
                api.post(
                                "/api/v1/proposals",
                                Map.of("leftFile", left, "rightFile", right, "rules", rules))
                        .is(200)
                        .json();

        assertThat(proposal.get("faults")).isNotEmpty();
        assertThat(proposal.at("/faults/0/line").asInt()).isPositive();
        Api.Answer refused =
                api.post("/api/v1/reconciliations", Map.of("name", "faulty", "rules", rules));
        assertThat(refused.is(422).text("/type")).isEqualTo("/problems/rule-set-invalid");
        assertThat(refused.json().get("errors").size()).isEqualTo(proposal.get("faults").size());
    }

    @Test
    void aRejectedLineKeepsItsTextAndItsReason() {
        Sample sample = Sample.of(50, 5);
        String broken = sample.right() + "99.99.2026,12.00,EUR,AC1,INV-X,Nobody\n";
        String run = journey.run(new Sample(sample.left(), broken), "rejected").run();

        List<JsonNode> lines = journey.all("/api/v1/runs/" + run + "/rejected-lines", 1);

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().get("raw").asString()).startsWith("99.99.2026");
        assertThat(lines.getFirst().get("side").asString()).isEqualTo("right");
        assertThat(journey.summary(run).at("/rejected/right").asInt()).isEqualTo(1);
    }

    private JsonNode first(String run, String kind) {
        return api.get("/api/v1/runs/" + run + "/breaks?status=open&kind=" + kind)
                .is(200)
                .json()
                .at("/items/0");
    }

    private static int open(JsonNode summary) {
        JsonNode open = summary.at("/byStatus/2");
        return open.get("leftEntries").asInt() + open.get("rightEntries").asInt();
    }
}
