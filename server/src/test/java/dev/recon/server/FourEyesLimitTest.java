package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What a reconciliation asks for decides what waits, and nothing else changes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourEyesLimitTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final Browser admin = people.newcomer(People.address("ada"));
    private final Api ann = people.join(admin, "ann@example.com", "analyst").api();
    private final Api ben = people.join(admin, "ben@example.com", "manager").api();
    private final Api aud = people.join(admin, "aud@example.com", "auditor").api();

    private static Map<String, Object> above(String currency, String value) {
        return Map.of(
                "askedFor",
                "above",
                "limits",
                List.of(Map.of("currency", currency, "value", value)));
    }

    @Test
    void aboveALimitItWaitsUpToItItCounts() {
        Scenario made = Scenario.start(ben, "limit");
        String reconciliation = made.made().reconciliation();
        Scenario scenario = new Scenario(new Journey(ann), made.made());

        FourEyes.ask(ben, reconciliation, above("EUR", "29.99")).is(200);
        String id = scenario.matchByHand(3, 4).is(202).text("/id");
        FourEyes.withdraw(ann, id).is(200);
        FourEyes.ask(ben, reconciliation, above("USD", "1000")).is(200);
        FourEyes.withdraw(ann, scenario.matchByHand(3, 4).is(202).text("/id")).is(200);
        FourEyes.ask(ben, reconciliation, above("EUR", "30")).is(200);
        String counts = scenario.matchByHand(3, 4).is(201).text("/id");
        ann.post("/api/v1/decisions/" + counts + "/undo", Map.of()).is(200);
        scenario.journey()
                .decide(
                        made.run(),
                        Map.of("kind", "comment", "breakId", made.run() + ".1", "text", "a"))
                .is(201);
    }

    @Test
    void whatIsSplitComesToMoreThanADayMay() {
        Scenario made = Scenario.start(ben, "split");
        String reconciliation = made.made().reconciliation();
        Scenario scenario = new Scenario(new Journey(ann), made.made());
        FourEyes.ask(ben, reconciliation, daily("30", "29")).is(422);
        FourEyes.ask(ben, reconciliation, daily("30", "49.99")).is(200);

        scenario.about("accept", 2).is(201); // 20
        String waits = scenario.matchByHand(3, 4).is(202).text("/id"); // and 30
        FourEyes.withdraw(ann, waits).is(200);
        FourEyes.ask(ben, reconciliation, daily("30", "50")).is(200);
        scenario.matchByHand(3, 4).is(201);
        scenario.about("unmatch", 1).is(202); // 10 more, and the day is over

        server.owner().sql("UPDATE decided_alone SET at = at - interval '24 hours'").update();
        FourEyes.withdraw(
                        ann,
                        new Journey(ann)
                                .all("/api/v1/approvals?queue=mine", 50)
                                .getFirst()
                                .get("id")
                                .asString())
                .is(200);
        scenario.about("unmatch", 1).is(201);
        assertThat(
                        ann.get("/api/v1/reconciliations/" + reconciliation + "/four-eyes")
                                .json()
                                .at("/dailyLimits/0/value")
                                .asString())
                .isEqualTo("50.00");
    }

    private static Map<String, Object> daily(String one, String day) {
        return Map.of(
                "askedFor",
                "above",
                "limits",
                List.of(Map.of("currency", "EUR", "value", one)),
                "dailyLimits",
                List.of(Map.of("currency", "EUR", "value", day)));
    }

    @Test
    void whoMaySaysWhatIsAskedForAndTheHistoryKeepsIt() {
        Scenario made = Scenario.start(ben, "said");
        String reconciliation = made.made().reconciliation();
        String path = "/api/v1/reconciliations/" + reconciliation + "/four-eyes";

        assertThat(FourEyes.ask(ann, reconciliation, above("EUR", "1")).is(403).text("/detail"))
                .contains("require:approvals");
        ben.put(path, above("EUR", "1")).is(428);
        ben.put(path, above("EUR", "1"), Map.of("If-Match", "\"99\"")).is(412);
        FourEyes.ask(ben, reconciliation, Map.of("askedFor", "sometimes")).is(422);
        FourEyes.ask(ben, reconciliation, Map.of("askedFor", "above")).is(422);
        FourEyes.ask(ben, reconciliation, above("euro", "1")).is(422);
        FourEyes.ask(ben, reconciliation, above("JPY", "1.5")).is(422);
        FourEyes.ask(ben, reconciliation, above("EUR", "-1")).is(422);
        FourEyes.ask(admin.api(), reconciliation, above("EUR", "1000.5")).is(200);

        assertThat(ann.get(path).is(200).json().at("/limits/0/value").asString())
                .isEqualTo("1000.50");
        JsonNode event =
                admin.api()
                        .get("/api/v1/audit-events?action=four-eyes-set&objectId=" + reconciliation)
                        .json()
                        .at("/items/0/details");
        assertThat(event.at("/from/askedFor").asString()).isEqualTo("off");
        assertThat(event.at("/to/limits/0").asString()).isEqualTo("EUR 1000.50");
    }

    /// What the queue says of each is what approving it would say.
    @Test
    void theQueueTellsWhatStandsInTheWay() {
        Scenario scenario = asked("in-the-way");
        String byHand = scenario.matchByHand(3, 4).is(202).text("/id");
        String accept = scenario.about("accept", 2).is(202).text("/id");
        assertThat(inTheWay(byHand) + inTheWay(accept)).isEmpty();

        FourEyes.ask(ben, scenario.made().reconciliation(), "off");
        String decision = scenario.matchByHand(3, 4).is(201).text("/id");
        assertThat(inTheWay(byHand)).isEqualTo("ann matched by hand left line 3 and right line 4");
        assertThat(FourEyes.approve(ben, byHand).is(409).text("/conflict/text"))
                .isEqualTo(inTheWay(byHand));
        assertThat(inTheWay(accept)).isEmpty();
        ann.post("/api/v1/decisions/" + decision + "/undo", Map.of()).is(200);
        assertThat(inTheWay(byHand)).as("taken back").isEmpty();
        String approved = FourEyes.approve(ben, byHand).is(200).text("/id");

        String undo =
                ann.post("/api/v1/decisions/" + approved + "/undo", Map.of()).is(202).text("/id");
        assertThat(inTheWay(undo)).isEmpty();
        scenario.about("unmatch", 3).is(201);
        assertThat(inTheWay(undo)).isEqualTo("ann took the match apart");
        FourEyes.approve(ben, undo).is(409);
        scenario.about("reject", 2).is(201);
        assertThat(inTheWay(accept)).isEqualTo("ann rejected the match");
        FourEyes.approve(ben, accept).is(409);
        FourEyes.sendBack(ben, accept, "decided meanwhile").is(200);
        assertThat(inTheWay(accept)).as("it waits no more").isEmpty();
    }

    private Scenario asked(String name) {
        Scenario made = Scenario.start(ben, name);
        FourEyes.ask(ben, made.made().reconciliation(), "all");
        return new Scenario(new Journey(ann), made.made());
    }

    private String inTheWay(String approval) {
        return new Journey(ann)
                .all("/api/v1/approvals?queue=mine", 50).stream()
                        .filter(one -> one.get("id").asString().equals(approval))
                        .map(one -> one.at("/changed/text").asString(""))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void listsAreNarrowedToWhatWaits() {
        Scenario scenario = asked("narrow");
        String run = "/api/v1/runs/" + scenario.run();
        assertThat(ann.get(run + "/breaks?waiting=true").is(200).json().get("items")).isEmpty();
        assertThat(ann.get(run + "/matches?waiting=true").is(200).json().get("items")).isEmpty();
        int breaks = ann.get(run + "/break-counts").json().get("total").asInt();
        scenario.matchByHand(3, 4).is(202);
        scenario.about("accept", 2).is(202);

        assertThat(ann.get(run + "/break-counts?waiting=true").json().get("total").asInt())
                .isEqualTo(ann.get(run + "/breaks?waiting=true").json().get("items").size())
                .isEqualTo(2);
        assertThat(ann.get(run + "/breaks?waiting=true&side=left").json().get("items")).hasSize(1);
        JsonNode matches = ann.get(run + "/matches?waiting=true").json().get("items");
        assertThat(matches).hasSize(1);
        assertThat(matches.at("/0/status").asString()).isEqualTo("suggested");
        assertThat(ann.get(run + "/matches?waiting=true&status=matched").json().get("items"))
                .isEmpty();
        assertThat(ann.get(run + "/break-counts?waiting=false").json().get("total").asInt())
                .isEqualTo(breaks);
        assertThat(ann.get(run + "/break-counts").json().get("waiting").asInt()).isEqualTo(2);
        ann.get(run + "/breaks?waiting=perhaps").is(400);
    }

    @Test
    void whoDeliveredWhatIsHeldDoesNotTakeItThemselves() {
        String source = ben.post("/api/v1/sources", Map.of("name", "till")).is(201).text("/id");
        String deliveries = "/api/v1/sources/" + source + "/deliveries";
        String reconciliation = Scenario.start(ben, "held").made().reconciliation();
        deliver(ann, deliveries, "id,amount,date\n1,2.00,2026-01-01\n2,3.00,2026-01-02\n");
        deliver(ann, deliveries, "id,value,date\n3,2.00,2026-01-03\n4,3.00,2026-01-04\n");
        FourEyes.ask(ben, reconciliation, "all");
        ann.post(deliveries + "/2/take", Map.of()).is(200);
        ben.put(
                        "/api/v1/reconciliations/" + reconciliation + "/sources",
                        Map.of("leftSource", source, "runsByItself", false),
                        Map.of("If-Match", "\"2\""))
                .is(200);
        deliver(ann, deliveries, "id,cost,date\n5,2.00,2026-01-05\n6,3.00,2026-01-06\n");

        Api.Answer refused = ann.post(deliveries + "/3/take", Map.of()).is(403);

        assertThat(refused.text("/type")).isEqualTo("/problems/other-person");
        assertThat(refused.text("/detail")).contains("Somebody else who may upload");
        ben.post(deliveries + "/3/take", Map.of()).is(200);
        ann.post(deliveries + "/3/take", Map.of()).is(409);
    }

    private static void deliver(Api api, String deliveries, String text) {
        api.deliver(
                        deliveries + "?name=d.csv",
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .is(201);
    }

    /// Law: whether decisions wait and are approved or count at once, a run says the same in the
    /// end; and where nothing is asked for, no answer has a word about it.
    @Test
    void withOrWithoutItComesToTheSame() {
        for (long seed = 1; seed <= 5; seed++) {
            Sample sample = Sample.of(60, seed);
            Journey.Made off = new Journey(ben).run(sample, "law");
            Journey.Made on = new Journey(ben).run(sample, "law");
            FourEyes.ask(ben, on.reconciliation(), "all");
            Random random = new Random(seed);
            for (int step = 0; step < 12; step++) {
                long choice = random.nextLong();
                decide(off, choice, false);
                decide(on, choice, true);
            }

            assertThat(told(on)).isEqualTo(told(off));
            for (String path : List.of("/breaks?limit=200", "/matches?limit=200", "/decisions")) {
                String body = ann.get("/api/v1/runs/" + off.run() + path).is(200).body();
                assertThat(body).doesNotContain("approv");
            }
            assertThat(
                            aud.bytes(aud.request("/api/v1/runs/" + off.run() + "/evidence").GET())
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    /// The same choice in each of two equal runs.
    private void decide(Journey.Made made, long choice, boolean waits) {
        Journey journey = new Journey(ann);
        Random random = new Random(choice);
        List<JsonNode> decided = journey.all("/api/v1/runs/" + made.run() + "/decisions", 50);
        Api.Answer answer;
        if (random.nextInt(3) == 0 && !decided.isEmpty()) {
            JsonNode one = decided.get(random.nextInt(decided.size()));
            answer = ann.post("/api/v1/decisions/" + one.get("id").asString() + "/undo", Map.of());
        } else {
            List<JsonNode> matches = journey.all("/api/v1/runs/" + made.run() + "/matches", 200);
            JsonNode match = matches.get(random.nextInt(matches.size()));
            boolean isMatched = match.get("status").asString().equals("matched");
            answer =
                    journey.decide(
                            made.run(),
                            Map.of(
                                    "kind", isMatched ? "unmatch" : "accept",
                                    "matchId", match.get("id").asString(),
                                    "version", match.get("version").asInt()));
        }
        if (answer.status() < 400) {
            assertThat(answer.status() == 202).isEqualTo(waits);
            if (waits) {
                FourEyes.approve(ben, answer.text("/id")).is(200);
            }
        }
    }

    /// What a run says but for ids and times.
    private String told(Journey.Made made) {
        JsonNode summary = new Journey(ann).proven(made.run());
        String breaks = ann.get("/api/v1/runs/" + made.run() + "/break-counts").is(200).body();
        return summary.get("proof")
                + summary.get("matchRate").toString()
                + summary.get("byStatus")
                + summary.get("byKind")
                + breaks;
    }
}
