package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A run takes up what another one left unsettled, with all that people said about it.
class CarryTest {
    private static final String HEAD = "ref,amount,ccy,date,who\n";
    private static final String LEFT_AFTER = HEAD + "n-9,90.00,EUR,2026-02-05,Acme\n";
    private static final String RIGHT_AFTER =
            HEAD
                    + """
                    %1$s-3,30.00,EUR,2026-01-09,Hooli
                    n-9,90.00,EUR,2026-02-05,Acme
                    n-8,zehn,EUR,2026-02-05,Acme
                    """;

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void whatIsOpenIsCarriedOnAndMatchedByWhatComesLater() {
        Scenario first = Scenario.start(api, "carried");

        JsonNode next = carryOn(first, first.run(), "carried");

        assertThat(next.at("/follows/run").asInt()).isEqualTo(1);
        assertThat(next.at("/follows/left").asInt()).isEqualTo(2);
        assertThat(next.at("/follows/right").asInt()).isEqualTo(4);
        String run = next.get("id").asString();
        journey.proven(run);
        // Left 3 of the first run is the second carried line, and its partner came.
        assertThat(first.holder(run, 2).at("/match/pass").asString())
                .isEqualTo("reference-and-amount");
        assertThat(first.holder(run, 3).at("/match/pass").asString())
                .isEqualTo("reference-and-amount");
        JsonNode before = breakOf(first.run(), "left", 3);
        assertThat(before.at("/later/run").asInt()).isEqualTo(2);
        assertThat(before.at("/later/status").asString()).isEqualTo("matched");
        JsonNode still = breakOf(run, "right", 4);
        assertThat(still.at("/firstSeen/run").asInt()).isEqualTo(1);
        assertThat(breakOf(first.run(), "right", 5).at("/later/status").asString())
                .isEqualTo("open");
        assertThat(still.at("/right/reference").asString()).isEqualTo("carried-u");
        JsonNode detail = api.get("/api/v1/breaks/" + still.get("id").asString()).is(200).json();
        assertThat(detail.at("/origins/0/file").asString()).isEqualTo("right.csv");
        assertThat(detail.at("/origins/0/fileLine").asInt()).isEqualTo(5);
    }

    /// A rejected line of the new file is placed as an editor counts it there, and mended there.
    @Test
    void aRejectedLineOfTheNewFileIsMendedInThatFile() {
        Scenario first = Scenario.start(api, "mend");
        String run = carryOn(first, first.run(), "mend").get("id").asString();

        JsonNode rejected = journey.all("/api/v1/runs/" + run + "/rejected-lines", 50).getFirst();
        assertThat(rejected.get("line").asInt()).isEqualTo(7);
        assertThat(rejected.get("detail").asString()).startsWith("line 4, column amount");
        String path = "/api/v1/runs/" + run + "/rejected-lines/right";
        String lines =
                new String(
                                api.bytes(api.request(path).GET()).body(),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replace("zehn", "10.00");
        String mended =
                api.deliver(
                                path + "?name=m.csv",
                                lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .is(202)
                        .text("/id");
        JsonNode done = journey.await(mended, "done");
        assertThat(done.at("/follows/run").asInt()).isEqualTo(1);
        assertThat(journey.proven(mended).at("/rejected/right").asInt()).isZero();
        assertThat(breakOf(mended, "right", 4).at("/firstSeen/run").asInt()).isEqualTo(1);
    }

    /// Pins, vetoes and comments go with the entries; what a person settled is not carried.
    @Test
    void decisionsAndCommentsGoWithTheirEntries() {
        Scenario first = Scenario.start(api, "kept");
        first.about("reject", 2).is(201);
        first.matchByHand(3, 4).is(201);
        String open = breakOf(first.run(), "right", 5).get("id").asString();
        journey.decide(
                        first.run(),
                        Map.of("kind", "comment", "breakId", open, "text", "ask the bank"))
                .is(201);

        JsonNode next = carryOn(first, first.run(), "kept");

        assertThat(next.at("/follows/left").asInt()).isEqualTo(1);
        assertThat(next.at("/follows/right").asInt()).isEqualTo(3);
        String run = next.get("id").asString();
        // Left 2 may not have right 2 again, so it takes the other one of the same amount.
        assertThat(first.holder(run, 1).at("/match/right/0/line").asInt()).isEqualTo(2);
        JsonNode about = breakOf(run, "right", 3);
        assertThat(about.get("comments").asInt()).isEqualTo(1);
        assertThat(first.about("unmatch", 1).is(409).text("/type"))
                .isEqualTo("/problems/run-superseded");
        assertThat(
                        journey.decide(
                                        first.run(),
                                        Map.of("kind", "comment", "breakId", open, "text", "no"))
                                .is(409)
                                .text("/detail"))
                .contains("Run 2 has carried this entry on");
        String inMatch = breakOf(first.run(), "right", 4).get("id").asString();
        journey.decide(
                        first.run(),
                        Map.of("kind", "comment", "breakId", inMatch, "text", "a discount"))
                .is(201);
    }

    @Test
    void whatWouldLoseDecisionsIsRefused() {
        Scenario first = Scenario.start(api, "refused");
        String run = carryOn(first, first.run(), "refused").get("id").asString();
        String other = api.upload("o.csv", HEAD + "o-1,1.00,EUR,2026-02-05,O\n").text("/id");

        Map<String, Object> fork = new HashMap<>();
        fork.put("leftFile", other);
        fork.put("follows", first.run());
        assertThat(queue(first, fork).is(422).text("/errors/0/detail"))
                .contains("which run 2 carries on with other files");
        assertThat(queue(first, Map.of("follows", run)).is(422).text("/errors/0/pointer"))
                .isEqualTo("#/leftFile");
        Map<String, Object> third = new HashMap<>(fork);
        third.put("follows", run);
        String last = queue(first, third).is(202).text("/id");
        JsonNode done = journey.await(last, "done");
        assertThat(done.at("/follows/addsRight").asBoolean()).isFalse();
        journey.proven(last);
        assertThat(breakOf(last, "right", 4).at("/firstSeen/run").asInt()).isEqualTo(1);
        assertThat(breakOf(first.run(), "right", 5).at("/later/run").asInt()).isEqualTo(3);
    }

    /// The age of a break is that of its entry, whatever ran in between over the same lines.
    @Test
    void whatWasRunAgainBeforeItIsCarriedKeepsItsAge() {
        Scenario first = Scenario.start(api, "aged");
        String again = first.runAgain();
        JsonNode known = breakOf(again, "right", 5).get("firstSeen");

        String next = carryOn(first, again, "aged").get("id").asString();

        assertThat(known.get("run").asInt()).isEqualTo(1);
        JsonNode carried = breakOf(next, "right", 4).get("firstSeen");
        assertThat(carried.get("run")).isEqualTo(known.get("run"));
        assertThat(carried.get("at")).isEqualTo(known.get("at"));
    }

    @Test
    void aFileWithOtherColumnsIsRefusedAndSaysWhichOnes() {
        Scenario first = Scenario.start(api, "columns");
        String other = api.upload("o.csv", "who," + HEAD + "x,o,1,EUR,2026-02-05,O\n").text("/id");

        String run =
                queue(first, Map.of("leftFile", other, "follows", first.run())).is(202).text("/id");

        JsonNode failed = journey.await(run, "failed");
        assertThat(failed.at("/failure/detail").asString())
                .contains("expected the columns ref, amount, ccy, date, who");
        first.matchByHand(3, 4).is(201);
    }

    private JsonNode carryOn(Scenario scenario, String follows, String name) {
        String left = api.upload("left-2.csv", LEFT_AFTER).text("/id");
        String right = api.upload("right-2.csv", RIGHT_AFTER.formatted(name)).text("/id");
        String run =
                queue(
                                scenario,
                                Map.of(
                                        "leftFile", left,
                                        "rightFile", right,
                                        "follows", follows))
                        .is(202)
                        .text("/id");
        return journey.await(run, "done");
    }

    private Api.Answer queue(Scenario scenario, Map<String, Object> wanted) {
        return api.post(
                "/api/v1/reconciliations/" + scenario.made().reconciliation() + "/runs", wanted);
    }

    /// The break about a line.
    private JsonNode breakOf(String run, String side, int line) {
        List<JsonNode> all = journey.all("/api/v1/runs/" + run + "/breaks", 50);
        return Stream.of(all)
                .flatMap(List::stream)
                .filter(one -> one.at("/" + side + "/line").asInt(0) == line)
                .findFirst()
                .orElseThrow(() -> new AssertionError(side + " " + line + " of " + all));
    }
}
