package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What somebody switched on goes on in their name only as long as they might do it themselves.
class LeftBehindTest {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final String LINE = "id,amount\nB%1$d,%1$d.50\n";

    private final People people = new People(FetchServer.SERVER.forNobody());
    private final Browser ada = people.newcomer(People.address("ada"));
    private final Browser mia = people.join(ada, People.address("mia"), "manager");

    @Test
    void nothingIsFetchedForWhoIsGone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.csv"), LINE.formatted(1));
        try (SftpServer sftp = SftpServer.start(folder, 0)) {
            FetchingSource hers = FetchingSource.add(mia.api(), "of who is gone");
            hers.set(FetchingSource.wanted("sftp", sftp.place(sftp.port()), SftpServer.PASSWORD))
                    .is(200);
            hers.firstLook();
            disable();
            Files.writeString(folder.resolve("2.csv"), LINE.formatted(2));

            FetchingSource source = new FetchingSource(ada.api(), hers.id());
            JsonNode problem = source.look().get("problem");

            assertThat(problem.get("found").asString()).contains("mia", "may not upload files");
            assertThat(problem.get("mend").asString()).contains("Set the place anew");
            assertThat(source.deliveries()).hasSize(1);
        }
    }

    @Test
    void nothingRunsByItselfForWhoIsGone() {
        String left = source("left");
        String right = source("right");
        String question =
                mia.api()
                        .post(
                                "/api/v1/reconciliations",
                                Map.of("name", "by itself", "rules", Scenario.RULES))
                        .is(201)
                        .text("/id");
        String path = "/api/v1/reconciliations/" + question;
        mia.api()
                .put(
                        path + "/sources",
                        Map.of("leftSource", left, "rightSource", right, "runsByItself", true),
                        Map.of("If-Match", "\"1\""))
                .is(200);
        disable();

        deliver(left);
        deliver(right);

        JsonNode refused = awaitRefusal();
        assertThat(refused.at("/details/detail").asString())
                .contains("mia", "may not run reconciliations", "Switch it on anew");
        assertThat(new Journey(ada.api()).all(path + "/runs", 10)).isEmpty();
    }

    private JsonNode awaitRefusal() {
        String events = "/api/v1/audit-events?action=newest-run-refused";
        long until = System.nanoTime() + WAIT.toNanos();
        List<JsonNode> found = new Journey(ada.api()).all(events, 10);
        while (found.isEmpty()) {
            assertThat(System.nanoTime()).as("it is refused").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = new Journey(ada.api()).all(events, 10);
        }
        return found.getFirst();
    }

    private void disable() {
        String id = mia.api().get("/api/v1/me").text("/person/id");
        ada.api()
                .patch(
                        "/api/v1/people/" + id,
                        Map.of("status", "disabled"),
                        Map.of("If-Match", "\"1\""))
                .is(200);
    }

    private String source(String name) {
        return mia.api().post("/api/v1/sources", Map.of("name", name)).is(201).text("/id");
    }

    private void deliver(String source) {
        String text = "ref,amount,ccy,date,who\na-1,1.00,EUR,2026-01-05,Acme\n";
        ada.api()
                .deliver(
                        "/api/v1/sources/" + source + "/deliveries?name=d.csv",
                        text.getBytes(StandardCharsets.UTF_8))
                .is(201);
    }
}
