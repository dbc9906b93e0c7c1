package dev.recon.server;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Few entries whose every match is known.
///
/// Left 1 and right 1 match exactly; left 2 could be right 2 or 3, so one is suggested; left 3 and
/// right 4 differ in all but the currency.
record Scenario(Journey journey, Journey.Made made) {
    static final String RULES =
            """
            version: 1
            decimals: 2
            left:
              header: true
              fields:
                reference: {column: ref}
                amount: {column: amount, decimal: "."}
                currency: {column: ccy}
                date: {column: date, format: yyyy-MM-dd}
                party: {column: who}
            right:
              header: true
              fields:
                reference: {column: ref}
                amount: {column: amount, decimal: "."}
                currency: {column: ccy}
                date: {column: date, format: yyyy-MM-dd}
                party: {column: who}
            passes:
              - name: reference-and-amount
                kind: exact
                key: [reference, currency, amount]
              - name: amount-near-date
                kind: close
                key: [currency]
                amount: 0.00
                days: 3
                ambiguous: suggest
            """;

    static Scenario start(Api api, String name) {
        String left =
                """
                ref,amount,ccy,date,who
                %1$s-1,10.00,EUR,2026-01-05,Acme
                %1$s-2,20.00,EUR,2026-01-06,Globex
                %1$s-3,30.00,EUR,2026-01-07,Hooli
                """
                        .formatted(name);
        String right =
                """
                ref,amount,ccy,date,who
                %1$s-1,10.00,EUR,2026-01-05,Acme
                %1$s-x,20.00,EUR,2026-01-07,Globex
                %1$s-y,20.00,EUR,2026-01-08,Globex
                %1$s-z,29.50,EUR,2026-01-27,Hooli Ltd
                %1$s-u,5.00,USD,2026-01-27,Stark
                """
                        .formatted(name);
        return start(api, name, RULES, List.of(left, right));
    }

    /// @param files the left file and the right one
    static Scenario start(Api api, String name, String rules, List<String> files) {
        Journey journey = new Journey(api);
        String leftFile = api.upload("left.csv", files.getFirst()).text("/id");
        String rightFile = api.upload("right.csv", files.getLast()).text("/id");
        String reconciliation =
                api.post("/api/v1/reconciliations", Map.of("name", name, "rules", rules))
                        .is(201)
                        .text("/id");
        String run = journey.queue(reconciliation, leftFile, rightFile);
        journey.await(run, "done");
        return new Scenario(journey, new Journey.Made(leftFile, rightFile, reconciliation, run));
    }

    String run() {
        return made.run();
    }

    /// The match that holds a left line, or nothing.
    JsonNode holder(String run, int leftLine) {
        return journey.api()
                .get("/api/v1/runs/" + run + "/entries/left/" + leftLine)
                .is(200)
                .json()
                .get("holder");
    }

    Api.Answer matchByHand(int left, int right) {
        return journey.decide(
                run(),
                Map.of(
                        "kind", "match-by-hand",
                        "left", List.of(left),
                        "right", List.of(right)));
    }

    Api.Answer about(String kind, int leftLine) {
        JsonNode match = holder(run(), leftLine).get("match");
        return journey.decide(
                run(),
                Map.of(
                        "kind", kind,
                        "matchId", match.get("id").asString(),
                        "version", match.get("version").asInt()));
    }

    /// Runs the same question over the same files again.
    String runAgain() {
        String run = journey.queue(made.reconciliation(), made.left(), made.right());
        journey.await(run, "done");
        journey.proven(run);
        return run;
    }
}
