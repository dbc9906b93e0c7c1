package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rejected lines page by page: a page reads no more of them than it shows.
class RejectedPageTest {
    private static final String HEAD = "ref,amount,ccy,date,who\n";
    private static final String GOOD = "p-1,10.00,EUR,2026-01-05,Acme\n";
    private static final int LEFT = 1_100;
    private static final int RIGHT = 3;

    private final TestServer server = TestServer.shared();

    @Test
    void allPagesHaveAllLinesOnceTheLeftOnesFirst() {
        Scenario scenario = rejecting("pages");

        List<String> places =
                scenario.journey().all(path(scenario), 200).stream()
                        .map(line -> line.get("side").asString() + line.get("line").asInt())
                        .toList();

        assertThat(places)
                .isEqualTo(
                        IntStream.range(0, LEFT + RIGHT)
                                .mapToObj(at ->
                                        at < LEFT ? "left" + (at + 2) : "right" + (at - LEFT + 2))
                                .toList());
    }

    @Test
    void aPageThatIsFullReadsNothingBehindIt() {
        Scenario scenario = rejecting("full");
        int spoilt =
                server.owner()
                        .sql(
                                """
                                WITH head AS (
                                    UPDATE audit_head SET number = number WHERE workspace_id =
                                        (SELECT workspace_id FROM run WHERE id = :run::uuid)
                                    RETURNING workspace_id)
                                UPDATE run_segment s SET content = '\\x00' FROM head
                                WHERE s.workspace_id = head.workspace_id
                                    AND s.run_id = :run::uuid AND (s.kind = 'right-rejected'
                                    OR s.kind = 'left-rejected' AND s.position > 0)
                                """)
                        .param("run", scenario.run())
                        .update();
        assertThat(spoilt).isEqualTo(2);

        String page = server.api().get(path(scenario) + "?limit=50").is(200).body();

        assertThat(page).contains("\"line\":51").doesNotContain("\"line\":52");
    }

    private Scenario rejecting(String name) {
        List<String> files = List.of(file(LEFT), file(RIGHT));
        return Scenario.start(server.api(), "rejected " + name, Scenario.RULES, files);
    }

    private static String path(Scenario scenario) {
        return "/api/v1/runs/" + scenario.run() + "/rejected-lines";
    }

    private static String file(int rejected) {
        return IntStream.range(0, rejected)
                .mapToObj(at -> "r-" + at + ",ten,EUR,2026-01-05,Acme\n")
                .collect(Collectors.joining("", HEAD + GOOD, ""));
    }
}
