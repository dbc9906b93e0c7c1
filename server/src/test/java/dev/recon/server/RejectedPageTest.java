package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rejected lines page by page, a page reads no more of them than it shows; and all in one file.
class RejectedPageTest {
    private static final String HEAD = "ref,amount,ccy,date,who\n";
    private static final String GOOD = "p-1,10.00,EUR,2026-01-05,Acme\n";
    private static final String NAMES = "side,line,column,found,expected,detail,raw";
    private static final String MARK = "\uFEFF";
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

    @Test
    void theFileSaysWhatThePagesSay() {
        Scenario scenario = rejecting("file");
        String[] columns = {"/side", "/line", "/column", "/found", "/expected", "/detail", "/raw"};

        Api.Answer file = server.api().get(path(scenario) + ".csv").is(200);

        assertThat(file.header("content-disposition"))
                .isEqualTo("attachment; filename=\"rejected-lines-run-1.csv\"");
        assertThat(file.body())
                .isEqualTo(
                        scenario.journey().all(path(scenario), 200).stream()
                                .map(line ->
                                        Stream.of(columns)
                                                .map(column -> cell(line.at(column).asString("")))
                                                .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\r\n", MARK + NAMES + "\r\n", "\r\n")))
                .contains(",\"'=1-1,ten,EUR,2026-01-05,Acme\"\r\n");
    }

    /// The cell of a text, which the file takes for no formula.
    private static String cell(String text) {
        String safe = text.startsWith("=") ? "'" + text : text;
        return safe.contains(",") ? '"' + safe + '"' : safe;
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
                .mapToObj(at -> "=1-" + at + ",ten,EUR,2026-01-05,Acme\n")
                .collect(Collectors.joining("", HEAD + GOOD, ""));
    }
}
