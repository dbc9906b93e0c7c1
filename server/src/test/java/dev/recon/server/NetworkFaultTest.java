package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A bad network between the server and its database makes it slower, never wrong.
class NetworkFaultTest {
    private static final Pattern PORT = Pattern.compile("localhost:(\\d+)");

    @Test
    void delayedAndResetConnectionsGiveTheSameResult() throws Exception {
        String url = TestDatabase.fresh();
        Matcher port = PORT.matcher(url);
        assertThat(port.find()).as(url).isTrue();
        try (FaultProxy proxy = FaultProxy.before(Integer.parseInt(port.group(1)), 9);
                TestServer server =
                        TestServer.start(
                                Map.of(
                                        "DATABASE_URL",
                                        port.replaceFirst("127.0.0.1:" + proxy.port())))) {
            Journey journey = new Journey(server.api());
            Journey.Made whole = journey.run(Sample.of(Faults.count(500, 20_000), 9), "quiet");
            JsonNode expected = journey.summary(whole.run());

            proxy.delay(Duration.ofMillis(Faults.count(10, 300)));
            proxy.reset(Faults.count(40, 5));
            Retries retries = new Retries(server.api());
            for (int again = 0; again < Faults.count(3, 20); again++) {
                String run =
                        retries.post(
                                        "/api/v1/reconciliations/"
                                                + whole.reconciliation()
                                                + "/runs",
                                        Map.of(
                                                "leftFile", whole.left(),
                                                "rightFile", whole.right()))
                                .text("/id");
                Faults.await(
                        "the run is done",
                        Duration.ofMinutes(5),
                        () -> retries.get("/api/v1/runs/" + run).text("/status").equals("done"));
                JsonNode found = retries.get("/api/v1/runs/" + run).json().get("summary");
                assertThat(found.get("digest")).isEqualTo(expected.get("digest"));
                assertThat(found.at("/proof/holds").asBoolean()).isTrue();
            }
            assertThat(retries.get("/api/v1/audit-chain").status()).isEqualTo(200);
            assertThat(proxy.resets()).as("something was broken").isPositive();
        }
    }
}
