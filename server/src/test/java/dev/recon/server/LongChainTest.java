package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Breaks of a run that many others carried on say where their entries stand in the last of them,
/// and ask no more for it than those of a run that one carried on.
class LongChainTest {
    private static final String HEAD = "ref,amount,ccy,date,who\n";
    private static final int LINES = 30;
    private static final int LATER = 4;

    private final TestServer server = TestServer.start(Map.of());
    private final Api api = server.api();
    private final CountedStatements statements = new CountedStatements(server, api);
    private final Journey journey = new Journey(api);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theOldestRunAsksAsLittleAsTheLastButOne() {
        List<String> runs = chain();

        String oldest = breaks(runs.getFirst());
        assertThat(journey.all(oldest, LINES))
                .hasSize(LINES + 1)
                .allSatisfy(one -> {
                    assertThat(one.at("/later/run").asInt()).isEqualTo(LATER + 1);
                    assertThat(one.at("/later/status").asString()).isEqualTo("open");
                });
        String lastButOne = breaks(runs.get(LATER - 1));
        long few = statements.of(lastButOne + "?limit=1");
        assertThat(statements.of(oldest + "?limit=1")).as("a long chain").isEqualTo(few);
        // A long page has entries of both sides, and asks once for each.
        assertThat(statements.of(lastButOne + "?limit=50")).as("a long page").isEqualTo(few + 1);
        assertThat(statements.of(oldest + "?limit=50")).as("both").isEqualTo(few + 1);
    }

    /// The first run, and those that carry on what it left, each with one more entry of each side
    /// that match.
    private List<String> chain() {
        String left =
                IntStream.range(0, LINES)
                        .mapToObj(line -> "l-%1$d,%1$d.17,EUR,2026-01-05,Acme\n".formatted(line))
                        .collect(Collectors.joining("", HEAD, ""));
        String right = HEAD + "r-1,7.00,USD,2026-01-05,Stark\n";
        Scenario first = Scenario.start(api, "chain", Scenario.RULES, List.of(left, right));
        List<String> runs = new ArrayList<>(List.of(first.run()));
        for (int number = 0; number < LATER; number++) {
            String both = HEAD + "n-%1$d,9%1$d.00,EUR,2026-05-05,Acme\n".formatted(number);
            String run =
                    api.post(
                                    "/api/v1/reconciliations/"
                                            + first.made().reconciliation()
                                            + "/runs",
                                    Map.of(
                                            "leftFile", api.upload("l.csv", both).text("/id"),
                                            "rightFile", api.upload("r.csv", both).text("/id"),
                                            "follows", runs.getLast()))
                            .is(202)
                            .text("/id");
            journey.await(run, "done");
            runs.add(run);
        }
        return runs;
    }

    private static String breaks(String run) {
        return "/api/v1/runs/" + run + "/breaks";
    }
}
