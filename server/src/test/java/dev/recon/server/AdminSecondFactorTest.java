package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import dev.recon.server.secret.TestCodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where admins need a second factor, one without it may do nothing but add it.
class AdminSecondFactorTest {
    private static final String WORK = "/api/v1/reconciliations";
    private static final List<String> CLOSED =
            List.of("/api/v1/people", WORK, "/api/v1/audit-events");

    private final TestServer server = TestServer.fresh(Map.of("ADMIN_SECOND_FACTOR", "true"));
    private final People people = new People(server);
    private final Browser admin = people.admin();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstAdminBeginsWithOne() {
        assertThat(state(admin.api())).isEqualTo("due");
        for (String path : CLOSED) {
            assertThat(admin.api().get(path).is(403).text("/type"))
                    .isEqualTo("/problems/second-factor-due");
        }
        admin.api().post("/api/v1/live-tickets", Map.of()).is(403);
        assertThat(admin.refresh().is(200).text("/me/secondFactor")).isEqualTo("due");

        add(admin.api());

        assertThat(state(admin.api())).isEqualTo("totp");
        CLOSED.forEach(path -> admin.api().get(path).is(200));
    }

    @Test
    void whoBecomesAdminIsStoppedAndNobodyTakesTheLastOneOff() {
        add(admin.api());
        Browser bob = people.join(admin, "bob@example.com", "viewer");
        assertThat(state(bob.api())).as("no role of his needs one").isEqualTo("none");
        bob.api().get(WORK).is(200);
        Map<String, Object> wanted = Map.of("name", "k", "scopes", List.of("read:work"));
        Api key =
                server.api().as(admin.api().post("/api/v1/api-keys", wanted).is(201).text("/key"));
        key.get(WORK).is(200);
        Map<String, String> proof = Map.of("password", People.PASSWORD);
        assertThat(admin.api().post("/api/v1/me/totp/remove", proof).is(409).text("/type"))
                .isEqualTo("/problems/last-factor");
        admin.api().get(WORK).is(200);

        Api promoted = promote(bob);

        promoted.get(WORK).is(403);
        add(promoted);
        promoted.get(WORK).is(200);
        String first = admin.api().get("/api/v1/me").is(200).text("/person/id");
        promoted.post("/api/v1/people/" + first + "/second-factor/remove", Map.of()).is(204);
        admin.api().get(WORK).is(401);
        assertThat(key.get(WORK).is(403).text("/type")).isEqualTo("/problems/second-factor-due");
    }

    private Api promote(Browser bob) {
        String his = "/api/v1/people/" + bob.api().get("/api/v1/me").is(200).text("/person/id");
        String version = admin.api().get(his).is(200).header("etag");
        admin.api()
                .patch(
                        his,
                        Map.of("roles", List.of("viewer", "admin")),
                        Map.of("If-Match", version))
                .is(200);
        return server.api().as(bob.refresh().is(200).text("/accessToken"));
    }

    private static String state(Api api) {
        return api.get("/api/v1/me").is(200).text("/secondFactor");
    }

    private static void add(Api api) {
        String secret =
                api.post("/api/v1/me/totp", Map.of("password", People.PASSWORD))
                        .is(200)
                        .text("/secret");
        api.post("/api/v1/me/totp/confirm", Map.of("code", TestCodes.code(secret, 0))).is(200);
    }
}
