package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Keys for programs: no more than their scopes, their maker's permissions and their time.
class ApiKeyTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final Browser admin = people.newcomer(People.address("ada"));

    @Test
    void aKeyMayWhatItsScopesSayUntilItIsRevoked() {
        Api.Answer made = make(admin.api(), List.of("read:work")).is(201);
        String key = made.text("/key");
        Api program = server.api().as(key);
        assertThat(key).matches("rk_live_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");

        program.get("/api/v1/reconciliations").is(200);
        program.upload("a.csv", "a,b\n1,2\n").is(403);
        program.get("/api/v1/api-keys").is(403);
        program.post("/api/v1/me/password", Map.of("current", "x", "password", "y")).is(403);
        Api.Answer listed = admin.api().get("/api/v1/api-keys").is(200);
        assertThat(listed.body()).doesNotContain(key.substring(41));
        assertThat(listed.json().at("/items/0/usedAt").isNull()).isFalse();
        String id = made.text("/apiKey/id");
        admin.api().post("/api/v1/api-keys/" + id + "/revoke", Map.of()).is(200);

        program.get("/api/v1/reconciliations").is(401);
    }

    @Test
    void aKeyNeverMakesKeysNorMoreThanItsMakerMay() {
        make(admin.api(), List.of("fly:rockets")).is(422);
        String key = make(admin.api(), List.of("write:keys", "read:work")).is(201).text("/key");

        assertThat(make(server.api().as(key), List.of("read:work")).is(403).text("/detail"))
                .contains("key");
    }

    @Test
    void aKeyEndsWithItsTimeAndWithItsMaker() {
        Browser bob = people.join(admin, People.address("bob"), "admin");
        Api timed =
                server.api()
                        .as(
                                bob.api()
                                        .post(
                                                "/api/v1/api-keys",
                                                Map.of(
                                                        "name", "timed",
                                                        "scopes", List.of("read:work"),
                                                        "endsAt",
                                                                Instant.now()
                                                                        .plusSeconds(3600)
                                                                        .toString()))
                                        .is(201)
                                        .text("/key"));
        Api endless = server.api().as(make(bob.api(), List.of("read:work")).text("/key"));
        timed.get("/api/v1/sources").is(200);
        server.owner().sql("UPDATE api_key SET ends_at = now() WHERE ends_at IS NOT NULL").update();

        timed.get("/api/v1/sources").is(401);
        endless.get("/api/v1/sources").is(200);
        String id = bob.api().get("/api/v1/me").text("/person/id");
        admin.api()
                .patch(
                        "/api/v1/people/" + id,
                        Map.of("status", "disabled"),
                        Map.of("If-Match", "\"1\""))
                .is(200);
        endless.get("/api/v1/sources").is(401);
    }

    @Test
    void aWrongKeyIsNobody() {
        String key = make(admin.api(), List.of("read:work")).is(201).text("/key");
        String wrong = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");

        for (String one : List.of(wrong, "rk_live_", "rk_live_x_y", key + "x", "rk_test_1_2")) {
            server.api().as(one).get("/api/v1/sources").is(401);
        }
    }

    private static Api.Answer make(Api api, List<String> scopes) {
        return api.post("/api/v1/api-keys", Map.of("name", "a program", "scopes", scopes));
    }
}
