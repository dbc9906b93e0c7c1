package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.access.SetupService;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How an installation gets its first administrator.
class SetupTest {
    @Test
    void theLinkMakesOneAdministratorAndClosesTheDoor() {
        try (TestServer server = TestServer.start(Map.of())) {
            Api api = server.api();
            String run = new Journey(api).run(Sample.of(40, 3), "before").run();
            assertThat(api.get("/api/v1/setup").is(200).json().get("open").asBoolean()).isTrue();
            assertThat(setUp(api, "x".repeat(43), People.PASSWORD).is(422).text("/type"))
                    .isEqualTo("/problems/link-invalid");
            String first = token(server);
            String second = token(server);
            assertThat(setUp(api, first, People.PASSWORD).is(422).text("/type"))
                    .as("a newer link ends the older one")
                    .isEqualTo("/problems/link-invalid");
            assertThat(setUp(api, second, "password1").is(422).text("/type"))
                    .isEqualTo("/problems/password-refused");

            Api admin = People.Browser.of(api, setUp(api, second, People.PASSWORD)).api();

            assertThat(setUp(api, second, People.PASSWORD).is(409).text("/type"))
                    .isEqualTo("/problems/set-up-already");
            assertThat(server.bean(SetupService.class).openLink()).isEmpty();
            assertThat(api.get("/api/v1/reconciliations").is(401).text("/type"))
                    .isEqualTo("/problems/not-signed-in");
            assertThat(admin.get("/api/v1/me").is(200).json().get("roles"))
                    .extracting(one -> one.asString())
                    .containsExactly("admin", "manager");
            assertThat(
                            admin.get("/api/v1/audit-events?objectType=run&objectId=" + run)
                                    .is(200)
                                    .text("/items/0/by/name"))
                    .as("what was done before stays with who did it")
                    .isEqualTo("local");
            assertThat(admin.get("/api/v1/runs/" + run).is(200).text("/status")).isEqualTo("done");
        }
    }

    private static String token(TestServer server) {
        String link = server.bean(SetupService.class).openLink().orElseThrow();
        return link.substring(link.indexOf('#') + 1);
    }

    private static Api.Answer setUp(Api api, String token, String password) {
        return api.post(
                "/api/v1/setup",
                Map.of(
                        "token",
                        token,
                        "name",
                        "Ada Admin",
                        "email",
                        "ada@example.com",
                        "password",
                        password));
    }
}
