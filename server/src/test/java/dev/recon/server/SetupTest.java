package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.access.SetupService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How an installation gets its first administrator.
class SetupTest {
    private static final List<String> PATHS =
            List.of("/api/v1/me", "/api/v1/reconciliations", "/api/v1/people", "/api/v1/system");

    @Test
    void theLinkMakesOneAdministratorAndClosesTheDoor() {
        try (TestServer server = TestServer.fresh(Map.of())) {
            Api api = server.api();
            for (String path : PATHS) {
                assertThat(api.get(path).is(401).text("/type"))
                        .as("from this machine, too, nobody is somebody")
                        .isEqualTo("/problems/not-signed-in");
            }
            api.upload("a.csv", "a,b\n1,2\n").is(401);
            assertThat(api.get("/api/v1/setup").is(200).json().get("open").asBoolean()).isTrue();
            assertThat(setUp(api, "x".repeat(43), People.PASSWORD).is(422).text("/type"))
                    .isEqualTo("/problems/link-invalid");
            String first = token(server);
            String second = token(server);
            assertThat(setUp(api, first, "password1").is(422).text("/type"))
                    .isEqualTo("/problems/password-refused");

            // The link of another server that started later ends none.
            Api admin = People.Browser.of(api, setUp(api, first, People.PASSWORD)).api();

            assertThat(setUp(api, second, People.PASSWORD).is(409).text("/type"))
                    .isEqualTo("/problems/set-up-already");
            assertThat(server.bean(SetupService.class).openLink()).isEmpty();
            assertThat(api.get("/api/v1/reconciliations").is(401).text("/type"))
                    .isEqualTo("/problems/not-signed-in");
            assertThat(admin.get("/api/v1/me").is(200).json().get("roles"))
                    .extracting(one -> one.asString())
                    .containsExactly("admin", "manager");
            assertThat(admin.get("/api/v1/people").is(200).json().get("items"))
                    .as("nobody else is there, and nobody without an account")
                    .extracting(one -> one.get("name").asString())
                    .containsExactly("Ada Admin");
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
