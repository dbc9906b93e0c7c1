package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The clock of a server jumps an hour while it works: its run ends once with the same result, and
/// tokens are of the hour that it is then.
class ClockFaultTest {
    private static final int ROWS = Faults.count(30_000, 300_000);

    @Test
    void aRunEndsOnceAndTokensAreOfTheirHourWhenTheClockJumps(
            @TempDir Path home, @TempDir Path clock) throws IOException {
        Path library = library();
        assumeThat(library).as("the library faketime is installed").exists();
        Path offset = clock.resolve("offset");
        setClock(offset, "+0");
        try (ServerProcess server = ServerProcess.start(home, faked(library, offset))) {
            Journey journey = new Journey(server.api());
            Journey.Made whole = journey.run(Sample.of(ROWS, 9), "clock");
            JsonNode expected = journey.summary(whole.run());
            String token = signIn(server.api());
            server.api().as(token).get("/api/v1/me").is(200);

            jumpWhileRunning(journey, whole, new Jump(offset, "+1h", expected));
            awaitRefused(server.api().as(token));
            String later = signIn(server.api());
            server.api().as(later).get("/api/v1/me").is(200);

            jumpWhileRunning(journey, whole, new Jump(offset, "-1h", expected));
            awaitRefused(server.api().as(later));
            server.api().as(token).get("/api/v1/me").is(401);
            server.api().as(signIn(server.api())).get("/api/v1/me").is(200);

            setClock(offset, "+0");
            JsonNode chain =
                    server.api().post("/api/v1/audit-chain/check", Map.of()).is(200).json();
            assertThat(chain.get("holds").asBoolean()).as(chain.toString()).isTrue();
        }
    }

    private static Map<String, String> faked(Path library, Path offset) {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                // It asks often; an hour too many would still shut it out.
                "RATE_LIMIT_PER_MINUTE",
                "60000",
                // A clock that only goes forward is not set by anybody.
                "DONT_FAKE_MONOTONIC",
                "1",
                "DATABASE_URL",
                TestDatabase.fresh());
    }

    private record Jump(Path offset, String to, JsonNode expected) {}

    private static void jumpWhileRunning(Journey journey, Journey.Made whole, Jump jump)
            throws IOException {
        String run = journey.queue(whole.reconciliation(), whole.left(), whole.right());
        Faults.await(
                "the run has begun",
                Duration.ofMinutes(2),
                () -> !status(journey, run).equals("queued"));
        setClock(jump.offset, jump.to);
        JsonNode found = journey.await(run, "done").get("summary");
        assertThat(found.get("digest")).isEqualTo(jump.expected.get("digest"));
        journey.proven(run);
        String events = "/api/v1/audit-events?objectType=run&objectId=" + run;
        assertThat(journey.all(events, 50))
                .extracting(event -> event.get("action").asString())
                .containsExactly("run-done", "run-queued");
    }

    /// The server looks at its clock once a second.
    private static void awaitRefused(Api old) {
        Faults.await(
                "a token of another hour is refused",
                Duration.ofSeconds(30),
                () -> old.get("/api/v1/me").status() == 401);
    }

    private static String status(Journey journey, String run) {
        return journey.api().get("/api/v1/runs/" + run).is(200).text("/status");
    }

    private static String signIn(Api api) {
        Map<String, Object> who = new HashMap<>();
        who.put("email", FirstKey.ADMIN);
        who.put("password", FirstKey.PASSWORD);
        return new Api(api.port()).post("/api/v1/sign-in", who).is(200).text("/accessToken");
    }

    /// The file is replaced at once: the library reads it once a second.
    private static void setClock(Path file, String offset) throws IOException {
        Path part = Files.writeString(file.resolveSibling("next"), offset + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path library() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/usr/lib"))) {
            return all.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));
        }
    }
}
