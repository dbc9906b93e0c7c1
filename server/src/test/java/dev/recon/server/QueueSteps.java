package dev.recon.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What tests of the queue do over HTTP, on a server of their own.
public final class QueueSteps implements AutoCloseable {
    private static final Map<String, String> ON =
            Map.of("ENABLE_METRICS", "true", "METRICS_PORT", "0");

    private final TestServer server = TestServer.start(ON);
    private final Journey journey = new Journey(server.api());

    private QueueSteps() {}

    public static QueueSteps start() {
        return new QueueSteps();
    }

    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    /// The database as a superuser sees it.
    public JdbcClient owner() {
        return server.owner();
    }

    /// Queues a run over a small sample.
    public String queue(String name) {
        Sample sample = Sample.of(40, name.hashCode());
        String left = server.api().upload("left.csv", sample.left()).text("/id");
        String right = server.api().upload("right.csv", sample.right()).text("/id");
        String proposal = "/api/v1/proposals?leftFile=" + left + "&rightFile=" + right;
        String rules = server.api().get(proposal).is(200).text("/rules");
        String reconciliation =
                server.api()
                        .post("/api/v1/reconciliations", Map.of("name", name, "rules", rules))
                        .is(201)
                        .text("/id");
        return journey.queue(reconciliation, left, right);
    }

    /// Queues another run over the same files.
    public String queueAgain(String run) {
        JsonNode first = server.api().get("/api/v1/runs/" + run).is(200).json();
        return journey.queue(
                first.at("/reconciliationId").asString(),
                first.at("/leftFile/id").asString(),
                first.at("/rightFile/id").asString());
    }

    /// Queues a run over another left file that carries a run on.
    public String carryOn(String run) {
        Sample sample = Sample.of(40, run.hashCode());
        String left = server.api().upload("left-2.csv", sample.left()).text("/id");
        String reconciliation =
                server.api().get("/api/v1/runs/" + run).is(200).text("/reconciliationId");
        return server.api()
                .post(
                        "/api/v1/reconciliations/" + reconciliation + "/runs",
                        Map.of("leftFile", left, "follows", run))
                .is(202)
                .text("/id");
    }

    /// Takes a match of a run apart, and gives the answer.
    public String unmatch(String run, int match) {
        String id = run + "." + match;
        int version =
                server.api().get("/api/v1/matches/" + id).is(200).json().at("/row/version").asInt();
        Api.Answer decided =
                journey.decide(run, Map.of("kind", "unmatch", "matchId", id, "version", version));
        return decided.status() + " " + decided.body();
    }

    /// Writes about a break of a run, and gives the status.
    public int comment(String run) {
        String id = server.api().get("/api/v1/runs/" + run + "/breaks").is(200).text("/items/0/id");
        return journey.decide(run, Map.of("kind", "comment", "breakId", id, "text", "seen"))
                .status();
    }

    /// A figure of one queue, read from the database now.
    public double figure(String name, String queue) {
        SmartLifecycle figures = server.context().getBean("figures", SmartLifecycle.class);
        figures.stop();
        figures.start();
        return bean(MeterRegistry.class).get(name).tag("queue", queue).gauge().value();
    }

    /// Adds a version to the rule set of a run's reconciliation, and gives its hash.
    public String editRules(String run) {
        String reconciliation =
                server.api().get("/api/v1/runs/" + run).is(200).text("/reconciliationId");
        String path = "/api/v1/reconciliations/" + reconciliation + "/rule-sets";
        String rules = server.api().get(path + "/1").is(200).text("/rules");
        return server.api()
                .post(path, Map.of("rules", rules + "\n# another version\n"))
                .is(201)
                .text("/sha256");
    }

    /// What the history says of a run's end.
    public String endedWith(String run, String field) {
        String events = "/api/v1/audit-events?objectType=run&action=run-done&objectId=" + run;
        return server.api().get(events).is(200).text("/items/0/details/" + field);
    }

    /// Lets nobody but the test take what is queued.
    public void stopWorker() {
        server.context().getBean("worker", SmartLifecycle.class).stop();
    }

    /// Queues a comparison of the rule set of a run with itself.
    public String compare(String run) {
        String reconciliation =
                server.api().get("/api/v1/runs/" + run).is(200).text("/reconciliationId");
        return server.api()
                .post(
                        "/api/v1/reconciliations/" + reconciliation + "/comparisons",
                        Map.of("runId", run, "after", 1))
                .is(202)
                .text("/id");
    }

    public JsonNode comparison(String id) {
        return server.api().get("/api/v1/comparisons/" + id).is(200).json();
    }

    public JsonNode await(String run, String status) {
        return journey.await(run, status);
    }

    public String cancel(String run) {
        return server.api()
                .post("/api/v1/runs/" + run + "/cancel", Map.of())
                .is(200)
                .text("/status");
    }

    public int cancelStatus(String run) {
        return server.api().post("/api/v1/runs/" + run + "/cancel", Map.of()).status();
    }

    @Override
    public void close() {
        server.close();
    }
}
