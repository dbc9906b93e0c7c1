package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// People see who else looks at a break, for as long as they do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresenceTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final Browser admin = people.newcomer(People.address("ada"));
    private final Browser bea = people.join(admin, "bea@example.com", "analyst");
    private final Browser ben = people.join(admin, "ben@example.com", "viewer");
    private final String run = new Journey(admin.api()).run(Sample.of(80, 31), "seen").run();

    @Test
    void whoLooksIsSeenUntilTheyLookElsewhere() {
        look(bea, run + ".1");
        look(ben, run + ".1");
        assertThat(seenBy(bea)).containsOnly(Map.entry("bea", ".1"), Map.entry("ben", ".1"));

        look(bea, run + ".2");
        assertThat(seenBy(ben)).containsOnly(Map.entry("bea", ".2"), Map.entry("ben", ".1"));

        look(bea, null);
        look(ben, null);
        assertThat(seenBy(ben)).isEmpty();
    }

    @Test
    void whoIsNotHeardOfAnyMoreIsGone() {
        look(bea, run + ".3");
        server.owner().sql("UPDATE presence SET ends_at = now() - interval '1 second'").update();

        assertThat(seenBy(ben)).isEmpty();
    }

    @Test
    void othersHearOfAChangeAndOnlyOfOne() throws Exception {
        String ticket = ben.api().post("/api/v1/live-tickets", Map.of()).is(201).text("/ticket");
        try (Watcher watcher = Watcher.open(ben.api(), "?ticket=" + ticket)) {
            look(bea, run + ".4");
            look(bea, run + ".4");
            look(bea, null);
            look(bea, null);
            for (int change = 0; change < 2; change++) {
                // That its run has ended may come after the answer that says so.
                var event = watcher.type("presence-changed");
                assertThat(event.get("runId").asString()).isEqualTo(run);
            }
            String after = new Journey(admin.api()).run(Sample.of(40, 32), "after").run();
            assertThat(watcher.next().get("runId").asString()).isEqualTo(after);
        }
    }

    @Test
    void aPlaceThatIsNoBreakOfTheRunIsRefused() {
        for (String place : List.of(run + ".999999", new UUID(1, 2) + ".1")) {
            assertThat(put(bea, place).is(422).text("/errors/0/pointer")).isEqualTo("#/breakId");
        }
        assertThat(put(bea, "rubbish").status()).isEqualTo(404);
        assertThat(seenBy(ben)).isEmpty();
    }

    private Map<String, String> seenBy(Browser who) {
        Map<String, String> seen = new HashMap<>();
        who.api()
                .get("/api/v1/runs/" + run + "/presence")
                .is(200)
                .json()
                .get("items")
                .forEach(one ->
                        seen.put(
                                one.at("/person/name").asString(),
                                one.get("breakId").asString().substring(run.length())));
        return seen;
    }

    private void look(Browser who, @Nullable String breakId) {
        put(who, breakId).is(200);
    }

    private Api.Answer put(Browser who, @Nullable String breakId) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("breakId", breakId);
        return who.api().put("/api/v1/runs/" + run + "/presence", body);
    }
}
