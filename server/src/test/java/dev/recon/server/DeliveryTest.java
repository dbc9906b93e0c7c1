package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Deliveries of a source build on one another: each entry once, genuine twins as many as they are.
class DeliveryTest {
    private static final String HEAD = "booking_date,amount,currency,bank_reference,text\n";
    private static final String RENT = "2026-01-01,-900.00,EUR,R-1,rent\n";
    private static final String LATER_RENT = "2026-02-01,-900.00,EUR,R-1,rent\n";
    private static final String COFFEE = "2026-01-13,-3.00,EUR,,coffee\n";
    private static final String FEE = "2026-01-20,-5.00,EUR,,\"fee, monthly\"\n";

    private final Api api = TestServer.shared().api();

    @Test
    void overlappingDeliveriesAddOnlyWhatIsNew() {
        String source = source("overlapping");

        JsonNode first = deliver(source, HEAD + RENT + COFFEE + COFFEE);
        JsonNode second = deliver(source, HEAD + COFFEE + COFFEE + COFFEE + FEE);
        JsonNode third = deliver(source, HEAD + FEE + LATER_RENT + COFFEE);

        assertThat(first.get("state").asString()).isEqualTo("taken");
        assertThat(counts(second)).containsExactly(2, 2, 0);
        assertThat(counts(third)).containsExactly(1, 2, 0);
        assertThat(merged(third))
                .as("three coffees stay three; a reference that repeats is no identity")
                .isEqualTo(HEAD + RENT + COFFEE + COFFEE + COFFEE + FEE + LATER_RENT);
    }

    @Test
    void theSameBytesAreOneDelivery() {
        String source = source("same");
        String other = source("same elsewhere");
        deliver(source, HEAD + RENT);

        JsonNode again =
                api.deliver(path(source), (HEAD + RENT).getBytes(StandardCharsets.UTF_8))
                        .is(200)
                        .json();

        assertThat(again.get("isKnown").asBoolean()).isTrue();
        assertThat(new Journey(api).all("/api/v1/sources/" + source + "/deliveries", 1)).hasSize(1);
        assertThat(deliver(other, HEAD + RENT).get("number").asInt())
                .as("for another source it is one")
                .isEqualTo(1);
    }

    @Test
    void whatWasDecidedOverAnEarlierMergedFileGoesOn() {
        String source = source("decided");
        String head = "ref,amount,ccy,date,who\n";
        String one = "a-x,29.50,EUR,2026-01-27,Hooli Ltd\n";
        Scenario scenario =
                Scenario.start(
                        api,
                        "deliveries",
                        Scenario.RULES,
                        List.of(head + "a-1,30.00,EUR,2026-01-07,Hooli\n", head + one));
        String left = scenario.made().left();
        Journey journey = scenario.journey();
        String first = deliver(source, head + one).get("mergedFileId").asString();
        assertThat(first).isEqualTo(scenario.made().right());
        scenario.matchByHand(1, 1).is(201);

        JsonNode next = deliver(source, head + "a-y,7.00,EUR,2026-01-28,Stark\n" + one);
        String merged = next.get("mergedFileId").asString();
        String later = journey.queue(scenario.made().reconciliation(), left, merged);
        journey.await(later, "done");

        journey.proven(later);
        assertThat(scenario.holder(later, 1).at("/match/pass").asString()).isEqualTo("by-hand");
    }

    @Test
    void aBreakingDeliveryIsHeldUntilSomebodyTakesIt() {
        String source = source("held");
        deliver(source, HEAD + RENT);

        JsonNode held = deliver(source, HEAD.replace("amount", "value") + FEE);

        assertThat(held.get("state").asString()).isEqualTo("held");
        assertThat(held.at("/changes/0/what").asString()).isEqualTo("renamed");
        assertThat(standing(source).get("health").asString()).isEqualTo("held");
        Api.Answer taken =
                api.post("/api/v1/sources/" + source + "/deliveries/2/take", Map.of()).is(200);
        assertThat(taken.text("/mergedFileId")).isEqualTo(held.at("/file/id").asString());
        assertThat(standing(source).get("health").asString()).isNotEqualTo("held");
        api.post("/api/v1/sources/" + source + "/deliveries/2/take", Map.of()).is(409);
    }

    @Test
    void aRiskyDeliveryIsHeldWhereSomebodyWantsThat() {
        String source = source("quarantine");
        deliver(source, HEAD + RENT + COFFEE);
        String other = HEAD + FEE.replace("2026-01-20", "20.01.2026");
        assertThat(quarantine(source, true).at("/source/holdsRisky").asBoolean()).isTrue();

        JsonNode held = deliver(source, other);

        assertThat(held.get("severity").asString()).isEqualTo("risky");
        assertThat(held.get("state").asString()).isEqualTo("held");
        assertThat(held.get("reason").asString()).contains("take the delivery");
        api.post("/api/v1/sources/" + source + "/deliveries/2/take", Map.of()).is(200);
        assertThat(api.get("/api/v1/audit-events?limit=5").is(200).body())
                .contains("delivery-taken", "source-quarantine-set");
        quarantine(source, false);
        assertThat(deliver(source, HEAD + RENT + FEE).get("state").asString()).isEqualTo("taken");
    }

    @Test
    void aDayWithoutBookingsIsADelivery() {
        String source = source("quiet");
        deliver(source, HEAD + RENT);

        JsonNode quiet = deliver(source, HEAD);
        JsonNode next = deliver(source, HEAD + FEE.replace("2026-01-20", "20.01.2026"));

        assertThat(quiet.get("state").asString()).isEqualTo("taken");
        assertThat(counts(quiet)).containsExactly(0, 0, 0);
        assertThat(merged(quiet)).isEqualTo(HEAD + RENT);
        assertThat(next.get("severity").asString())
                .as("what cells are like is not forgotten over it")
                .isEqualTo("risky");
    }

    @Test
    void everyDayWithoutBookingsIsADeliveryOfItsOwn() {
        String source = source("quiet again");
        deliver(source, HEAD);
        deliver(source, HEAD + RENT);
        deliverAgain(source, HEAD);
        dayBefore(source);
        deliverAgain(source, HEAD + RENT);

        JsonNode next = deliver(source, HEAD);

        assertThat(next.get("number").asInt()).isEqualTo(3);
        assertThat(merged(next)).isEqualTo(HEAD + RENT);
        assertThat(standing(source).at("/last/number").asInt()).isEqualTo(3);
        assertThat(deliverAgain(source, HEAD).get("number").asInt()).isEqualTo(3);
    }

    @Test
    void aSourceMayBeginWithADayWithoutBookings() {
        String source = source("quiet first");

        JsonNode first = deliver(source, HEAD);
        JsonNode next = deliver(source, HEAD + RENT);

        assertThat(first.get("state").asString()).isEqualTo("taken");
        assertThat(merged(next)).isEqualTo(HEAD + RENT);
    }

    @Test
    void whatIsTakenLateIsNotLostByTheNextDelivery() {
        String source = source("late");
        deliver(source, HEAD + RENT);
        deliver(source, HEAD.replace("text", "memo") + COFFEE.replace("coffee", "tea"));
        deliver(source, HEAD + RENT + FEE);
        String again = HEAD.replace("text", "memo");
        api.post("/api/v1/sources/" + source + "/deliveries/2/take", Map.of()).is(200);

        JsonNode next = deliver(source, again + LATER_RENT);

        assertThat(merged(next)).isEqualTo(again + COFFEE.replace("coffee", "tea") + LATER_RENT);
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheLastGoodOneStands() {
        String source = source("refused");
        String good = deliver(source, HEAD + RENT).get("mergedFileId").asString();

        JsonNode refused = deliver(source, "%PDF-1.7 no table");
        JsonNode next = deliver(source, HEAD + RENT + FEE);

        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(refused.get("reason").asString()).contains("expected");
        assertThat(
                        api.post("/api/v1/sources/" + source + "/deliveries/2/take", Map.of())
                                .is(409)
                                .text("/detail"))
                .startsWith("delivery 2 is refused, not held.");
        assertThat(counts(next)).containsExactly(1, 1, 0);
        assertThat(next.get("mergedFileId").asString()).isNotEqualTo(good);
    }

    @Test
    void aCadenceIsSaidAndLearntAgain() {
        String source = source("cadence");
        String path = "/api/v1/sources/" + source + "/cadence";
        deliver(source, HEAD + RENT);
        assertThat(standing(source).get("cadence").isNull()).isTrue();

        JsonNode said =
                api.put(
                                path,
                                Map.of(
                                        "calendar", "DE+US",
                                        "everyDays", 1,
                                        "dueBy", "09:30",
                                        "zone", "Asia/Tokyo"))
                        .is(200)
                        .json();

        assertThat(said.at("/cadence/isLearnt").asBoolean()).isFalse();
        assertThat(said.get("dueAt").asString()).endsWith("T00:30:00Z");
        api.put(path, Map.of("calendar", "Mars", "everyDays", 1, "dueBy", "09:30")).is(422);
        api.put(path, Map.of("calendar", "DE", "everyDays", 1, "dueBy", "09:30", "zone", "Mars"))
                .is(422);
        JsonNode learnt =
                api.send(api.request(path).method("DELETE", BodyPublishers.noBody()))
                        .is(200)
                        .json();
        assertThat(learnt.get("cadence").isNull()).isTrue();
        assertThat(new Journey(api).all("/api/v1/source-standings", 2)).isNotEmpty();
    }

    private String source(String name) {
        return api.post("/api/v1/sources", Map.of("name", name)).is(201).text("/id");
    }

    private JsonNode quarantine(String source, boolean holdsRisky) {
        String path = "/api/v1/sources/" + source + "/quarantine";
        return api.put(path, Map.of("holdsRisky", holdsRisky)).is(200).json();
    }

    private JsonNode deliver(String source, String text) {
        return api.deliver(path(source), text.getBytes(StandardCharsets.UTF_8)).is(201).json();
    }

    private JsonNode deliverAgain(String source, String text) {
        JsonNode known =
                api.deliver(path(source), text.getBytes(StandardCharsets.UTF_8)).is(200).json();
        assertThat(known.get("isKnown").asBoolean()).isTrue();
        return known;
    }

    /// All that was delivered came a day earlier; the history need not say so.
    private static void dayBefore(String source) {
        TestServer.shared()
                .owner()
                .sql(
                        """
                        WITH noted AS (UPDATE audit_head SET workspace_id = workspace_id)
                        UPDATE delivery SET arrived_at = arrived_at - interval '1 day'
                        WHERE source_id = :source::uuid
                        """)
                .param("source", source)
                .update();
    }

    private static String path(String source) {
        return "/api/v1/sources/" + source + "/deliveries?name=bank.csv";
    }

    private JsonNode standing(String source) {
        return api.get("/api/v1/sources/" + source + "/standing").is(200).json();
    }

    private String merged(JsonNode delivery) {
        String file = delivery.get("mergedFileId").asString();
        return api.get("/api/v1/files/" + file + "/content").is(200).body();
    }

    private static List<Integer> counts(JsonNode delivery) {
        return List.of(
                delivery.get("newLines").asInt(),
                delivery.get("knownLines").asInt(),
                delivery.get("changedLines").asInt());
    }
}
