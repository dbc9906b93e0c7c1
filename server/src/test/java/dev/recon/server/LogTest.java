package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The log has one line an event, knows the trace, and tells nothing that is nobody's business
/// (S19).
class LogTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INVITATION =
            Pattern.compile(
                    "^(Nobody has an account yet|  https://recon.example.com/setup#|The link"
                            + " works|$)");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void hostileValuesStayInTheirLineAndSecretsOutOfTheLog(@TempDir Path home) throws Exception {
        Map<String, String> settings =
                Map.of(
                        "LOG_FORMAT", "ecs",
                        "LOG_LEVEL", "debug",
                        "CACHE_TLT", "1",
                        "PUBLIC_URL", "https://recon.example.com/");
        try (ServerProcess server = ServerProcess.start(home, settings)) {
            int port = server.api().port();
            Map<String, String> headers =
                    Map.of("Authorization", "Bearer planted-token", "traceparent", PARENT);
            Raw.get(port, "/api/v1/runs/%0d%0a%7B%22forged%22:1%7D%1b%5B31m", headers);
            Raw.get(port, "/api/v1/sources?password=planted-query", headers);
            Sample sample = Sample.of(60, 8);
            new Journey(server.api()).run(planted(sample), "planted-name\r\n{\"forged\":2}");
            refuse(server.api());
            server.stop();

            assertThat(server.lines()).hasSizeGreaterThan(2);
            for (String line : server.lines()) {
                if (!INVITATION.matcher(line).find()) { // on standard error, for the console
                    requireClean(line);
                }
            }
            assertThat(server.lines())
                    .anyMatch(line ->
                            line.contains("\"level\":\"WARN\"")
                                    && line.contains("not read. Did you mean CACHE_TTL?"))
                    .anyMatch(line -> isOf("recon.security", "sign-in", "/source/ip", line))
                    .anyMatch(line -> isOf("recon.run", "run-ended", "/labels/run", line))
                    .anyMatch(line -> isOf("recon.audit", "run-done", "/user/id", line));
            assertThat(server.lines())
                    .filteredOn(line -> line.contains("run ended run="))
                    .hasSize(1)
                    .allMatch(line -> traceOf(line).matches("[0-9a-f]{32}"));
        }
    }

    private static void refuse(Api api) {
        Map<String, String> wrong =
                Map.of("email", "planted@example.com", "password", "planted-password");
        api.as("").post("/api/v1/sign-in", wrong).is(401);
    }

    private static void requireClean(String line) {
        JsonNode event = JSON.readTree(line);
        assertThat(event.path("@timestamp").asString()).as(line).isNotEmpty();
        assertThat(event.has("forged")).isFalse();
        assertThat(line).doesNotContain("planted").doesNotContain("\u001b");
    }

    @Test
    void spansAreSentWithTheirRouteAndTheRunGoesOnWithTheTrace() throws Exception {
        BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        HttpServer collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    sent.add(new String(body, StandardCharsets.ISO_8859_1));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
        Map<String, String> settings =
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_TRACES_SAMPLER_ARG", "1");
        try (TestServer server = TestServer.start(settings)) {
            Raw.get(server.api().port(), "/api/v1/sources", Map.of("traceparent", PARENT));
            String first = awaitSent(sent, "GET /api/v1/sources");
            assertThat(first).contains(hexBytes(TRACE));
            new Journey(server.api()).run(Sample.of(40, 1), "traced");
            awaitSent(sent, "recon.run.attempt");
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void aProblemNamesTheTraceOfTheLog() {
        Raw.Answer missing =
                Raw.get(
                        TestServer.shared().api().port(),
                        "/api/v1/nothing",
                        Map.of("traceparent", PARENT));

        assertThat(JSON.readTree(missing.text()).get("traceId").asString()).isEqualTo(TRACE);
    }

    private static Sample planted(Sample sample) {
        return new Sample(
                sample.left().replace("Acme GmbH", "planted-party"),
                sample.right().replace("Acme GmbH", "planted-party"));
    }

    /// Is it a line of this data set and action, with such a field?
    private static boolean isOf(String dataset, String action, String field, String line) {
        if (!line.startsWith("{")) {
            return false;
        }
        JsonNode event = JSON.readTree(line);
        return event.at("/event/dataset").asString("").equals(dataset)
                && event.at("/event/action").asString("").equals(action)
                && !event.at(field).isMissingNode();
    }

    private static String traceOf(String line) {
        JsonNode event = JSON.readTree(line);
        for (JsonNode place : List.of(event.at("/trace/id"), event.path("trace.id"))) {
            if (place.isString()) {
                return place.asString();
            }
        }
        return "";
    }

    private static String awaitSent(BlockingQueue<String> sent, String text) throws Exception {
        while (true) {
            String batch = sent.poll(20, TimeUnit.SECONDS);
            assertThat(batch).as("a span with " + text).isNotNull();
            if (String.valueOf(batch).contains(text)) {
                return String.valueOf(batch);
            }
        }
    }

    private static String hexBytes(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
