package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The file of a list says what all its pages say, what people decided included.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListFileTest {
    private static final String FORMULA = "=1+1;-Acme";
    private static final String COMMA = "Globex, Ltd";
    private static final String MARK = "\uFEFF";

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);
    private String run = "";

    @BeforeAll
    void decideInALargeRun() {
        Sample plain = Sample.of(5_000, 23);
        UnaryOperator<String> hostile =
                text -> text.replace("Acme GmbH", FORMULA).replace("Globex Ltd", quoted(COMMA));
        run =
                journey.run(
                                new Sample(
                                        hostile.apply(plain.left()), hostile.apply(plain.right())),
                                "list files")
                        .run();
        List<JsonNode> found = journey.all(path("matches?status=matched"), 200).subList(0, 3);
        for (JsonNode match : found) {
            decide("unmatch", match);
        }
        JsonNode again = found.getFirst();
        journey.decide(
                        run,
                        Map.of(
                                "kind", "match-by-hand",
                                "left", lines(again, "left"),
                                "right", lines(again, "right")))
                .is(201);
    }

    @Test
    void theFileOfBreaksSaysWhatThePagesSay() {
        List<JsonNode> breaks = journey.all(path("breaks?sort=id"), 200);
        assertThat(breaks).hasSizeGreaterThan(500);
        assertThat(breaks).anyMatch(one -> one.get("status").asString().equals("resolved"));

        Api.Answer file = api.get(path("breaks.csv")).is(200);

        assertThat(file.header("content-disposition"))
                .isEqualTo("attachment; filename=\"breaks-run-1.csv\"");
        assertThat(lines(file))
                .startsWith(
                        MARK
                                + "break,kind,status,left_line,left_amount,right_line,right_amount,"
                                + "currency,difference,reference,party,date,reason")
                .containsSequence(breaks.stream().map(ListFileTest::line).toList())
                .hasSize(1 + breaks.size());
    }

    @Test
    void theFileOfMatchesSaysWhatThePagesSay() {
        List<JsonNode> matches = journey.all(path("matches"), 200);
        assertThat(matches).hasSizeGreaterThan(4_000);
        assertThat(matches).anyMatch(one -> one.get("byHand").asBoolean());

        Api.Answer file = api.get(path("matches.csv")).is(200);

        List<String> expected = new ArrayList<>();
        matches.forEach(match -> {
            match.get("left").forEach(entry -> expected.add(line(match, "left", entry)));
            match.get("right").forEach(entry -> expected.add(line(match, "right", entry)));
        });
        assertThat(lines(file))
                .startsWith(
                        MARK
                                + "match,status,pass,confidence,by_hand,side,line,amount,currency,"
                                + "reference,party,date")
                .containsSequence(expected)
                .hasSize(1 + expected.size());
        assertThat(file.body()).contains(",'=1+1;'-Acme,").contains(",\"Globex, Ltd\",");
    }

    @Test
    void whereThereAreNoAmountsNoneAreWritten() {
        String fields = "{header: true, fields: {reference: {column: id}}}";
        String rules =
                "version: 1\ndecimals: 2\nleft: %s\nright: %s\npasses:\n".formatted(fields, fields)
                        + "  - {name: same, kind: exact, key: [reference]}\n";
        List<String> files = List.of("id\nP1\nP2\n", "id\nP1\n");
        run(Scenario.start(api, "list without amounts", rules, files).run());
    }

    private void run(String other) {
        String of = "/api/v1/runs/" + other + "/";
        assertThat(lines(api.get(of + "matches.csv").is(200)).get(1))
                .isEqualTo("M-1,matched,same,1,no,left,1,,,P1,,");
        assertThat(lines(api.get(of + "breaks.csv").is(200)).get(1))
                .startsWith("B-1,missing-on-right,open,2,,,,,,P2,,,");
    }

    private void decide(String kind, JsonNode match) {
        journey.decide(
                        run,
                        Map.of(
                                "kind", kind,
                                "matchId", match.get("id").asString(),
                                "version", match.get("version").asInt()))
                .is(201);
    }

    private String path(String list) {
        return "/api/v1/runs/" + run + "/" + list;
    }

    private static List<Integer> lines(JsonNode match, String side) {
        return match.get(side).valueStream().map(one -> one.get("line").asInt()).toList();
    }

    private static List<String> lines(Api.Answer file) {
        assertThat(file.body()).endsWith("\r\n");
        return List.of(file.body().split("\r\n"));
    }

    private static String line(JsonNode row) {
        String side = row.get("left").isNull() ? "/right" : "/left";
        return "B-"
                + cells(
                        row,
                        "/number",
                        "/kind",
                        "/status",
                        "/left/line",
                        "/left/amount/value",
                        "/right/line",
                        "/right/amount/value",
                        "/difference/currency",
                        "/difference/value",
                        side + "/reference",
                        side + "/party",
                        side + "/date",
                        "/reason");
    }

    private static String line(JsonNode match, String side, JsonNode entry) {
        return "M-"
                + cells(match, "/number", "/status", "/pass")
                + ","
                + match.get("confidence").decimalValue().stripTrailingZeros().toPlainString()
                + (match.get("byHand").asBoolean() ? ",yes," : ",no,")
                + side
                + ","
                + cells(
                        entry,
                        "/line",
                        "/amount/value",
                        "/amount/currency",
                        "/reference",
                        "/party",
                        "/date");
    }

    private static String cells(JsonNode row, String... pointers) {
        return Stream.of(pointers)
                .map(pointer -> row.at(pointer).asString(""))
                .map(text -> text.replace(FORMULA, "'=1+1;'-Acme"))
                .map(text -> text.contains(",") || text.contains("\"") ? quoted(text) : text)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
