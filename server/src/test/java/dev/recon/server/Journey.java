package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// The steps that tests share: two files in, a run, its result.
record Journey(Api api) {
    private static final Duration RUN_MAX = Duration.ofMinutes(Faults.count(3, 20));

    /// What a run was made of.
    record Made(String left, String right, String reconciliation, String run) {}

    /// Uploads a sample, takes what is proposed, runs it to its end.
    Made run(Sample sample, String name) {
        Made made = make(sample, name);
        String run = queue(made.reconciliation, made.left, made.right);
        await(run, "done");
        return new Made(made.left, made.right, made.reconciliation, run);
    }

    /// Uploads a sample and takes what is proposed, but runs nothing yet.
    Made make(Sample sample, String name) {
        String left = api.upload("left.csv", sample.left()).text("/id");
        String right = api.upload("right.csv", sample.right()).text("/id");
        JsonNode proposal =
                api.get("/api/v1/proposals?leftFile=" + left + "&rightFile=" + right)
                        .is(200)
                        .json();
        String reconciliation =
                api.post(
                                "/api/v1/reconciliations",
                                Map.of("name", name, "rules", proposal.get("rules").asString()))
                        .is(201)
                        .text("/id");
        return new Made(left, right, reconciliation, "");
    }

    String queue(String reconciliation, String left, String right) {
        return api.post(
                        "/api/v1/reconciliations/" + reconciliation + "/runs",
                        Map.of("leftFile", left, "rightFile", right))
                .is(202)
                .text("/id");
    }

    /// The run once it has ended, and ended so.
    JsonNode await(String run, String status) {
        long until = System.nanoTime() + RUN_MAX.toNanos();
        JsonNode found = api.get("/api/v1/runs/" + run).is(200).json();
        while (List.of("queued", "running").contains(found.get("status").asString())) {
            assertThat(System.nanoTime()).as("the run takes too long").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            found = api.get("/api/v1/runs/" + run).is(200).json();
        }
        assertThat(found.get("status").asString()).as(found.toString()).isEqualTo(status);
        return found;
    }

    /// All items of a list, page by page.
    List<JsonNode> all(String path, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            String separator = path.contains("?") ? "&" : "?";
            JsonNode page = api.get(path + separator + "limit=" + limit + cursor).is(200).json();
            page.get("items").forEach(items::add);
            if (page.get("next").isNull()) {
                return items;
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
    }

    JsonNode summary(String run) {
        return api.get("/api/v1/runs/" + run).is(200).json().get("summary");
    }

    /// Fails unless the proof of a run holds.
    JsonNode proven(String run) {
        JsonNode summary = summary(run);
        assertThat(summary.at("/proof/holds").asBoolean()).as(summary.toString()).isTrue();
        return summary;
    }

    Api.Answer decide(String run, Object decision) {
        return api.post("/api/v1/runs/" + run + "/decisions", decision);
    }
}
