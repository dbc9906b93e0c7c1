package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What browsers are told to keep people safe, and what nobody is told (S7, S14, S17).
class WebDefenceTest {
    private static final String ALLOWED = "https://app.example";
    private static final TestServer SERVER =
            TestServer.start(Map.of("CORS_ORIGIN", ALLOWED, "RATE_LIMIT_PER_MINUTE", "40"));
    private static final int PORT = SERVER.api().port();
    private static final String LIST = "/api/v1/reconciliations";

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theConfiguredOriginMayCall() throws IOException {
        String key = "Authorization: Bearer " + SERVER.api().credential();
        String said = raw("GET " + LIST, "Origin: " + ALLOWED, key);

        assertThat(said)
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: " + ALLOWED)
                .contains("Access-Control-Allow-Credentials: true")
                .contains("Vary: Origin");
        assertThat(
                        raw(
                                "OPTIONS " + LIST,
                                "Origin: " + ALLOWED,
                                "Access-Control-Request-Method: POST"))
                .startsWith("HTTP/1.1 204")
                .contains("Access-Control-Allow-Methods: ");
        assertThat(raw("POST /api/v1/sources", "Origin: " + ALLOWED))
                .doesNotContain("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null", "https://app.example.evil", "https://evil-app.example",
                "https://app.example:444", "http://app.example", "https://APP.example/",
                "https://app.example, https://evil.example", "*"
            })
    void noOtherOriginIsAllowedOrEchoed(String origin) throws IOException {
        assertThat(raw("GET " + LIST, "Origin: " + origin)).doesNotContain("Access-Control-Allow");
        assertThat(
                        raw(
                                "OPTIONS " + LIST,
                                "Origin: " + origin,
                                "Access-Control-Request-Method: POST"))
                .doesNotContain("Access-Control-Allow");
        assertThat(raw("POST /api/v1/sources", "Origin: " + origin)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", LIST, "/api/v1/nothing", "/nothing.js"})
    void everyAnswerIsProtectedAndNamesNoVersion(String path) throws IOException {
        String said = raw("GET " + path);

        assertThat(said)
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("Cross-Origin-Opener-Policy: same-origin")
                .contains("Permissions-Policy: ");
        assertThat(said.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("server:", "x-powered-by", "tomcat", "spring", "exception");
    }

    @Test
    void whatTheConnectorRefusesItselfNamesNoVersionEither() throws IOException {
        for (String hostile : new String[] {"/a|b\\c{d}", "/api/%ff", "/api/%00"}) {
            assertThat(raw("GET " + hostile).toLowerCase(java.util.Locale.ROOT))
                    .startsWith("http/1.1 400")
                    .doesNotContain("tomcat", "apache", "exception", "server:");
        }
    }

    @Test
    void whatIsWrongWithABodyIsSaidInOurWords() {
        List<Object> wrong =
                List.of(
                        Map.of("name", "ledger", "nothing", 1),
                        Map.of("name", List.of(1)),
                        Map.of("name", Map.of("is", "an object")),
                        List.of());
        for (Object body : wrong) {
            String said = SERVER.api().post("/api/v1/sources", body).is(422).body();
            assertThat(said)
                    .as(body.toString())
                    .contains("#")
                    .doesNotContain("dev.recon", "java.", "jackson", "deserial", "class ");
        }
        assertThat(SERVER.api().post("/api/v1/sources", Map.of("name", " ")).text("/detail"))
                .isEqualTo("The request is not valid: #/name must not be empty.");
    }

    @Test
    void traceIsOff() throws IOException {
        assertThat(raw("TRACE " + LIST, "X-Planted: secret-7"))
                .startsWith("HTTP/1.1 405")
                .doesNotContain("secret-7");
    }

    @Test
    void aPageHasANewNonceEachTimeAndNothingInline() {
        Set<String> policies = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Raw.Answer page = Raw.get(PORT, "/", Map.of());
            if (page.status() == 404) {
                return; // the page is not built here; the journeys look at it
            }
            String policy = page.header("content-security-policy");
            assertThat(policy).doesNotContain("unsafe-inline", "unsafe-eval");
            String nonce = policy.replaceAll(".*'nonce-([^']+)'.*", "$1");
            assertThat(page.text()).contains(nonce).doesNotContain("__CSP_NONCE__");
            policies.add(policy);
        }
        assertThat(policies).hasSize(3);
    }

    @Test
    void listsAreTaggedAndNotSentTwice() {
        Raw.Answer first = Raw.get(SERVER.api(), LIST, Map.of());
        String tag = first.header("etag");

        assertThat(tag).startsWith("W/\"");
        assertThat(first.header("cache-control")).isEqualTo("private, no-cache");
        Raw.Answer again = Raw.get(SERVER.api(), LIST, Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        try (TestServer strict = TestServer.fresh(Map.of("RATE_LIMIT_PER_MINUTE", "5"))) {
            int port = strict.api().port();
            Raw.Answer answer = Raw.get(port, LIST, Map.of());
            assertThat(answer.header("ratelimit-limit")).isEqualTo("5");
            assertThat(answer.header("ratelimit-remaining")).isEqualTo("4");
            for (int i = 0; i < 9; i++) {
                answer = Raw.get(port, LIST, Map.of("X-Forwarded-For", "10.0.0." + i));
            }

            assertThat(answer.status()).isEqualTo(429);
            assertThat(Integer.parseInt(answer.header("retry-after"))).isBetween(1, 12);
            assertThat(answer.text()).contains("/problems/too-many-requests");
            assertThat(Raw.get(port, "/health/live", Map.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void behindAProxyOfOursOnlyItsWordCounts() {
        Map<String, String> proxied = Map.of("RATE_LIMIT_PER_MINUTE", "2", "TRUSTED_PROXIES", "1");
        try (TestServer strict = TestServer.fresh(proxied)) {
            int port = strict.api().port();
            for (String forged : new String[] {"1.1.1.1", "2.2.2.2", "3.3.3.3"}) {
                Map<String, String> from = Map.of("X-Forwarded-For", forged + ", 9.9.9.9");
                int status = Raw.get(port, LIST, from).status();
                assertThat(status).isEqualTo(forged.startsWith("3") ? 429 : 401);
            }
            assertThat(Raw.get(port, LIST, Map.of("X-Forwarded-For", "8.8.8.8")).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void withoutCachingNothingIsTagged() {
        try (TestServer plain = TestServer.start(Map.of("ENABLE_CACHING", "false"))) {
            Raw.Answer list = Raw.get(plain.api(), LIST, Map.of());
            assertThat(list.header("etag")).isEmpty();
            assertThat(list.header("cache-control")).isEqualTo("no-store");
        }
    }

    /// A request as it is written, and all that comes back.
    private static String raw(String line, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            String request =
                    line
                            + " HTTP/1.1\r\nHost: localhost:"
                            + PORT
                            + "\r\nConnection: close\r\nContent-Length: 0\r\n"
                            + String.join("\r\n", headers)
                            + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
