package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.recon.server.metric.MetricsPort;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What `/metrics` gives, and where it does not.
class MetricsTest {
    private static final RedisProcess REDIS = RedisProcess.start();
    private static final Map<String, String> ON =
            Map.of(
                    "ENABLE_METRICS",
                    "true",
                    "METRICS_PORT",
                    "0",
                    "REDIS_URL",
                    REDIS.url(),
                    "DATABASE_URL",
                    TestDatabase.fresh());
    private static final String[] OPEN = {"age.bucket", "0-7", "side", "right"};
    private static final TestServer SERVER = TestServer.start(ON);
    private static final int PORT = SERVER.bean(MetricsPort.class).port();
    private static final String NOBODY = "019a0000-0000-7000-8000-00000000dead";
    private static final Sample SAMPLE = Sample.of(200, 9);
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");

    private static String run = "";

    @BeforeAll
    static void work() {
        Journey journey = new Journey(SERVER.api());
        run = journey.run(SAMPLE, "measured").run();
        SERVER.api().get("/api/v1/runs/" + NOBODY).is(404);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        REDIS.close();
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        assertThat(scrape())
                .contains(
                        "http_server_request_duration_seconds_count{http_request_method=\"GET\","
                                + "http_response_status_code=\"404\","
                                + "http_route=\"/api/v1/runs/{runId}\"} 1")
                .contains("http_server_request_duration_seconds_bucket{", "le=\"0.005\"")
                .doesNotContain(NOBODY);
    }

    @Test
    void aRunIsCountedExactly() {
        long lines = SAMPLE.left().lines().count() + SAMPLE.right().lines().count();
        assertThat(scrape())
                .contains("recon_entries_compared_total " + (lines - 2) + ".0")
                .contains("recon_entries_read_total{format=\"csv\"} " + (lines - 2) + ".0")
                .contains("recon_entries_read_total{format=\"camt\"} 0.0")
                .contains("recon_run_duration_seconds_count{outcome=\"done\"} 1")
                .contains("recon_run_duration_seconds_count{outcome=\"failed\"} 0")
                .contains("recon_stage_duration_seconds_count{stage=\"reconcile\"} 1")
                .contains("recon_leases_lost_total 0")
                .contains("recon_dependency_up{dependency=\"postgres\"} 1");
    }

    /// It has no Redis, so nobody else kept anything for it.
    @Test
    void aServerThatStartsHasCountedWhatIsAskedFirst() {
        String database = ON.get("DATABASE_URL");
        try (TestServer next = TestServer.fresh(Map.of("DATABASE_URL", database))) {
            MeterRegistry meters = next.bean(MeterRegistry.class);
            Api api = next.api().as(SERVER.api().credential());
            String path = "/api/v1/runs/" + run + "/break-counts";

            String asked = api.get(path + "?status=open").is(200).body();
            assertThat(answers(meters, "hit")).as("the first request").isEqualTo(1);
            assertThat(answers(meters, "miss")).isZero();
            api.get(path + "?status=resolved").is(200);
            assertThat(answers(meters, "miss")).isEqualTo(1);
            assertThat(asked).isEqualTo(SERVER.api().get(path + "?status=open").body());
        }
    }

    private static double answers(MeterRegistry meters, String result) {
        return meters.get("recon.cache.requests")
                .tags("cache", "break-counts", "result", result)
                .counter()
                .count();
    }

    @Test
    void statementsAreCountedByWhatTheyDo() {
        assertThat(scrape())
                .containsPattern(operations("select") + "[1-9]")
                .containsPattern(operations("insert") + "[1-9]")
                .containsPattern(operations("update") + "[1-9]")
                .containsPattern(operations("delete") + "[0-9]");
    }

    private static String operations(String operation) {
        return Pattern.quote(
                "db_client_operation_duration_seconds_count{operation=\"" + operation + "\"} ");
    }

    @Test
    void whatBrowsersMeasuredIsCountedAndNothingElseIsTaken() {
        Map<String, Object> measured = Map.of("lcpMillis", 1234.5, "ttfbMillis", 0);
        SERVER.api().post("/api/v1/web-vitals", measured).is(204);
        SERVER.api().as("").post("/api/v1/web-vitals", measured).is(401);
        SERVER.api().post("/api/v1/web-vitals", Map.of("inpMillis", -1)).is(422);
        SERVER.api().post("/api/v1/web-vitals", Map.of("inpMillis", 600_001)).is(422);
        SERVER.api().post("/api/v1/web-vitals", Map.of("page", "/runs/1")).is(422);

        assertThat(scrape())
                .contains("recon_frontend_web_vital_seconds_count{vital=\"LCP\"} 1")
                .contains("recon_frontend_web_vital_seconds_sum{vital=\"LCP\"} 1.2345")
                .contains("recon_frontend_web_vital_seconds_bucket{vital=\"LCP\",le=\"1.2\"} 0")
                .contains("recon_frontend_web_vital_seconds_count{vital=\"INP\"} 0")
                .contains("recon_frontend_web_vital_seconds_count{vital=\"TTFB\"} 1");
    }

    @Test
    void whatIsMatchedAndOpenAndDecidedIsTold() {
        Faults.await(
                "the figures are read",
                Duration.ofSeconds(60),
                () -> gauge("recon.match.ratio") > 0 && gauge("recon.open.entries", OPEN) > 0);

        assertThat(scrape())
                .containsPattern("recon_match_ratio 0\\.[5-9]")
                .containsPattern("recon_auto_match_ratio 0\\.[5-9]")
                .containsPattern("recon_open_entries\\{age_bucket=\"0-7\",side=\"right\"} [1-9]")
                .contains("recon_open_entries{age_bucket=\"91-\",side=\"left\"} 0")
                .contains("recon_breaks_overdue 0", "recon_proposals_pending 0")
                .contains("recon_decisions_total{decision=\"undo\"} 0")
                .contains("recon_invariant_violations_total{invariant=\"conservation\"} 0");
    }

    /// A whole page for each look would cost more than all else here.
    private static double gauge(String name, String... tags) {
        return SERVER.bean(MeterRegistry.class).get(name).tags(tags).gauge().value();
    }

    @Test
    void whoComesInAndWhoDoesNotIsCounted() {
        Map<String, String> wrong = Map.of("email", "nobody@example.com", "password", "guess");
        SERVER.api().as("").post("/api/v1/sign-in", wrong).is(401);

        assertThat(scrape())
                .contains(attempts("password", "failure") + " 1")
                .contains(attempts("passkey", "failure") + " 0")
                .containsPattern(Pattern.quote(attempts("password", "success")) + " [1-9]")
                .contains("recon_audit_chain_verification_failures_total 0");
    }

    private static String attempts(String method, String outcome) {
        return "recon_auth_attempts_total{method=\"" + method + "\",outcome=\"" + outcome + "\"}";
    }

    @Test
    void thePageNamesWhatIsGivenAndTheReverse() throws IOException {
        Set<String> given = new TreeSet<>();
        Matcher types = TYPE.matcher(scrape());
        while (types.find()) {
            given.add(types.group(1));
        }
        given.removeIf(name -> given.contains(name.replaceAll("_max$", "")) && isMax(name));
        Set<String> explained;
        Path page = Contract.root().resolve("docs/operating/metrics.md");
        try (var lines = Files.lines(page)) {
            explained =
                    lines.filter(line -> line.startsWith("| `"))
                            .map(line -> line.split("[`{]", 3)[1])
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(given).containsExactlyInAnyOrderElementsOf(explained);
        assertThat(scrape().lines().filter(line -> !line.startsWith("#"))).hasSizeLessThan(3000);
    }

    @Test
    void promtoolFindsNoFault() throws IOException {
        Path promtool = Path.of("/usr/bin/promtool");
        assumeThat(Files.isExecutable(promtool)).as("Debian's prometheus is installed").isTrue();
        Process check =
                new ProcessBuilder(promtool.toString(), "check", "metrics")
                        .redirectErrorStream(true)
                        .start();
        try (var in = check.getOutputStream()) {
            in.write(scrape().getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // The names of the OpenTelemetry conventions are not ours to choose.
        assertThat(said.lines().filter(line -> !line.isBlank()))
                .allMatch(line -> line.matches("(db_client_connection|jvm_thread)_count non-.*"));
        assertThat(check.onExit().join().exitValue()).as(said).isIn(0, 3);
    }

    @Test
    void openMetricsIsGivenToWhoAsks() {
        Raw.Answer open =
                Raw.get(PORT, "/metrics", Map.of("Accept", "application/openmetrics-text"));

        assertThat(open.header("content-type")).startsWith("application/openmetrics-text");
        assertThat(open.text()).endsWith("# EOF\n");
    }

    @Test
    void nothingIsGivenElsewhere() {
        assertThat(Raw.get(PORT, "/", Map.of()).status()).isEqualTo(404);
        assertThat(Raw.send(PORT, "/metrics", "POST", Map.of()).status()).isEqualTo(405);
        assertThat(Raw.get(SERVER.api().port(), "/metrics", Map.of()).text())
                .doesNotContain("recon_");
        assertThat(TestServer.shared().bean(MetricsPort.class).isRunning()).isFalse();
    }

    /// Every duration has its largest value beside it.
    private static boolean isMax(String name) {
        return name.endsWith("_seconds_max");
    }

    private static String scrape() {
        return Raw.get(PORT, "/metrics", Map.of()).text();
    }
}
