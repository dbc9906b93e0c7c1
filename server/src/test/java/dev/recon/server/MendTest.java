package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rejected lines are given out as their file has them, mended, and taken back as those lines.
class MendTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String RULES =
            Scenario.RULES.replace(
                    "right:\n  header: true\n",
                    "right:\n  header: true\n  encoding: windows-1252\n  delimiter: \";\"\n");
    private static final String LEFT =
            """
            ref,amount,ccy,date,who
            a-1,10.00,EUR,2026-01-05,Acme
            a-2,20.00,EUR,2026-01-06,Globex
            a-3,30.00,EUR,2026-01-07,Hooli
            a-4,40.00,EUR,2026-01-08,Hooli
            """;
    private static final String RIGHT =
            """
            ref;amount;ccy;date;who
            a-1;zehn;EUR;2026-01-05;Müller
            a-2;20.00;EUR;2026-01-06;"Globex
            a-x;30.00;EUR;2026-02-27;Hooli
            a-4;40.00;EUR;2026-01-08;Grün
            """
                    .replace("\n", "\r\n");

    private final Api api = TestServer.shared().api();
    private final Journey journey = new Journey(api);

    @Test
    void theRejectedLinesAreAsTheirFileHasThem() {
        Made made = run("given out");

        String rejected = text(made.rejected());

        assertThat(rejected).contains("Müller\r\n");
        assertThat(rejected.lines())
                .satisfiesExactly(
                        head -> assertThat(head).isEqualTo("recon_reason;ref;amount;ccy;date;who"),
                        one ->
                                assertThat(one)
                                        .startsWith("\"line 1: column amount: found 'zehn'")
                                        .endsWith("\";a-1;zehn;EUR;2026-01-05;Müller"),
                        two -> assertThat(two).endsWith(";a-2;20.00;EUR;2026-01-06;\"Globex"));
    }

    @Test
    void onlyTheRejectedLinesAreDeliveredAgainAndNothingCountsTwice() {
        Made made = run("mended");
        made.scenario.matchByHand(3, 3).is(201);

        String next = mend(made.run, "zehn", "10.00");

        assertThat(journey.proven(next).at("/rejected/right").asInt()).isEqualTo(1);
        JsonNode file = journey.await(next, "done").get("rightFile");
        assertThat(file.get("name").asString()).isEqualTo("right-mended.csv");
        assertThat(text("/api/v1/files/" + file.get("id").asString() + "/content"))
                .isEqualTo(RIGHT.replace("zehn", "10.00"));
        assertThat(passes(made.scenario, next))
                .containsExactly("reference-and-amount", "by-hand", "reference-and-amount");

        String last = mend(next, "\"Globex", "\"Globex\"");

        assertThat(journey.proven(last).at("/rejected/right").asInt()).isZero();
        assertThat(passes(made.scenario, last))
                .containsExactly("reference-and-amount", "by-hand", "reference-and-amount");
        assertThat(made.scenario.matchByHand(1, 4).is(409).text("/type"))
                .isEqualTo("/problems/run-superseded");
    }

    /// The passes that matched the left lines 1, 3 and 4.
    private static List<String> passes(Scenario scenario, String run) {
        return Stream.of(1, 3, 4)
                .map(line -> scenario.holder(run, line).at("/match/pass").asString())
                .toList();
    }

    private String mend(String run, String found, String mended) {
        String path = "/api/v1/runs/" + run + "/rejected-lines/right";
        byte[] lines = text(path).replace(found, mended).getBytes(WESTERN);
        String next = api.deliver(path + "?name=mended.csv", lines).is(202).text("/id");
        journey.await(next, "done");
        return next;
    }

    @Test
    void whatIsNoMendedLineIsRefusedAndSaysWhy() {
        Made made = run("refused");
        String path = made.rejected() + "?name=m.csv";
        String head = "recon_reason;ref;amount;ccy;date;who\n";

        Api.Answer read = refused(path, head + "line 3;a-x;31.00;EUR;2026-01-27;Hooli\n");
        Api.Answer other = refused(path, RIGHT);
        Api.Answer same = refused(path, text(made.rejected()));

        assertThat(read.is(422).text("/detail")).contains("a line that mends line 3");
        assertThat(other.is(422).text("/detail")).contains("expected the columns recon_reason");
        assertThat(same.is(422).text("/errors/0/detail")).contains("no line that was changed");
        assertThat(journey.all(made.runs(), 50)).hasSize(1);
    }

    private Api.Answer refused(String path, String text) {
        return api.deliver(path, text.getBytes(WESTERN));
    }

    private String text(String path) {
        return new String(api.bytes(api.request(path).GET()).body(), WESTERN);
    }

    private record Made(Scenario scenario, String run) {
        String runs() {
            return "/api/v1/reconciliations/" + scenario.made().reconciliation() + "/runs";
        }

        String rejected() {
            return "/api/v1/runs/" + run + "/rejected-lines/right";
        }
    }

    private Made run(String name) {
        String left = api.upload("left.csv", LEFT).text("/id");
        byte[] bytes = RIGHT.getBytes(WESTERN);
        String right = api.upload("right.csv", bytes, Map.of()).text("/id");
        assertThat(bytes).isNotEqualTo(RIGHT.getBytes(StandardCharsets.UTF_8));
        String question =
                api.post("/api/v1/reconciliations", Map.of("name", name, "rules", RULES))
                        .is(201)
                        .text("/id");
        String run = journey.queue(question, left, right);
        journey.await(run, "done");
        Scenario scenario = new Scenario(journey, new Journey.Made(left, right, question, run));
        return new Made(scenario, run);
    }
}
