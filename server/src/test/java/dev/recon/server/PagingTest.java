package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Lists are complete and without doubles under every order, filter and page size.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {
    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);
    private String run = "";

    @BeforeAll
    void makeARun() {
        run = journey.run(Sample.of(400, 11), "paging").run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-value", "value", "date", "-date", "kind", "id"})
    void everyBreakIsListedOnceInOrder(String sort) {
        List<JsonNode> whole = journey.all(breaks("sort=" + sort), 200);
        List<JsonNode> pages = journey.all(breaks("sort=" + sort), 7);

        assertThat(pages).isEqualTo(whole);
        assertThat(pages.stream().map(one -> one.get("number").asInt()).distinct())
                .hasSize(total(""));
        assertThat(pages).isSortedAccordingTo(order(sort));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=amount-differs",
                "kind=duplicate&kind=missing-on-left",
                "side=left",
                "currency=USD",
                "minValue=100.005&maxValue=9000",
                "text=acme",
                "status=resolved",
                "text=%25",
                "kind=missing-on-right&currency=EUR&minValue=0.01"
            })
    void countsAndListsAgree(String filter) {
        assertThat(journey.all(breaks(filter), 50)).hasSize(total(filter));
    }

    @Test
    void filtersFilter() {
        assertThat(journey.all(breaks("side=left"), 50))
                .isNotEmpty()
                .allMatch(one -> one.get("right").isNull());
        assertThat(journey.all(breaks("minValue=5000"), 50))
                .isNotEmpty()
                .allMatch(one -> value(one).compareTo(new BigDecimal(5000)) >= 0);
        assertThat(journey.all(breaks("text=ACME"), 50))
                .isNotEmpty()
                .allMatch(one -> one.toString().contains("Acme"));
    }

    @Test
    void theLeastSureMatchesComeFirst() {
        String matches = "/api/v1/runs/" + run + "/matches?";
        List<JsonNode> whole = journey.all(matches + "sort=confidence", 200);
        List<JsonNode> pages = journey.all(matches + "sort=confidence", 7);
        List<JsonNode> byNumber = journey.all(matches + "sort=id", 200);

        assertThat(pages).isEqualTo(whole).isNotEqualTo(byNumber);
        assertThat(pages).containsExactlyInAnyOrderElementsOf(byNumber);
        assertThat(pages)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(
                                        (JsonNode one) -> one.get("confidence").asDouble())
                                .thenComparingInt(one -> one.get("number").asInt()));
        String next = api.get(matches + "sort=confidence&limit=3").text("/next");
        api.get(matches + "sort=id&limit=3&cursor=" + next).is(400);
        api.get(matches + "sort=luck").is(400);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String next = api.get(breaks("sort=date&limit=3")).text("/next");

        api.get(breaks("sort=value&limit=3&cursor=" + next)).is(400);
        api.get(breaks("cursor=nonsense!")).is(400);
        api.get(breaks("limit=0")).is(400);
        api.get(breaks("limit=201")).is(400);
        api.get(breaks("sort=amount;drop")).is(400);
        api.get(breaks("kind=other")).is(400);
        api.get(breaks("minValue=1e9")).is(400);
    }

    @ParameterizedTest
    @CsvSource({
        "breaks?sort=value, value, 9999999999999999999, 1",
        "breaks?sort=value, value, 1, 9999999999999999999",
        "breaks?sort=id, id, 9999999999, 1",
        "breaks?sort=date, date, 2026-13-45, 1",
        "breaks?sort=date, date, +999999999-01-01, 1",
        "matches?sort=id, id, 9999999999, 1",
        "matches?sort=confidence, confidence, -1, 1"
    })
    void anInventedCursorIsRefused(String list, String order, String value, String number) {
        String invented = String.join("\u001f", order, value, number);
        String cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(invented.getBytes(StandardCharsets.UTF_8));

        api.get("/api/v1/runs/" + run + "/" + list + "&cursor=" + cursor).is(400);
    }

    @Test
    void everyMatchIsListedOnce() {
        List<JsonNode> matches = journey.all("/api/v1/runs/" + run + "/matches", 23);
        JsonNode summary = journey.summary(run);
        int counted = 0;
        for (JsonNode pass : summary.get("byPass")) {
            counted += pass.get("matches").asInt();
            String filter =
                    "?pass="
                            + pass.get("pass").asString()
                            + "&status="
                            + pass.get("status").asString();
            assertThat(journey.all("/api/v1/runs/" + run + "/matches" + filter, 50))
                    .hasSize(pass.get("matches").asInt());
        }
        assertThat(matches).hasSize(counted);
        assertThat(matches.stream().map(one -> one.get("id").asString()).distinct())
                .hasSize(counted);
    }

    private String breaks(String query) {
        return "/api/v1/runs/" + run + "/breaks?" + query;
    }

    private int total(String filter) {
        return api.get("/api/v1/runs/" + run + "/break-counts?" + filter)
                .is(200)
                .json()
                .get("total")
                .asInt();
    }

    private static BigDecimal value(JsonNode row) {
        return new BigDecimal(row.at("/difference/value").asString()).abs();
    }

    private static Comparator<JsonNode> order(String sort) {
        Comparator<JsonNode> number = Comparator.comparingInt(one -> one.get("number").asInt());
        return switch (sort) {
            case "value" -> Comparator.comparing(PagingTest::value).thenComparing(number);
            case "-value" ->
                    Comparator.comparing(PagingTest::value).thenComparing(number).reversed();
            case "date" -> Comparator.comparing(PagingTest::date).thenComparing(number);
            case "-date" -> Comparator.comparing(PagingTest::date).thenComparing(number).reversed();
            case "kind" ->
                    Comparator.comparing((JsonNode one) -> one.get("kind").asString())
                            .thenComparing(number);
            default -> number;
        };
    }

    private static String date(JsonNode row) {
        String left = row.at("/left/date").asString();
        return left.isEmpty() ? row.at("/right/date").asString() : left;
    }
}
