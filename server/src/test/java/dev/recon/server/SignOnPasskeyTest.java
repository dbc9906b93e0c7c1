package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.recon.server.People.Browser;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Passkeys of those who come through a provider, and identities of those who have a passkey.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOnPasskeyTest {
    private static final String MINE = "/api/v1/me/passkeys";
    private static final String SIGN_IN = "/api/v1/sign-in/passkey";
    private static final String LINK = SignOnBrowsers.ROOT + "/link";

    private ProviderProcess provider;
    private TestServer server;
    private SignOnBrowsers browsers;
    private Browser admin;

    @BeforeAll
    void start() throws Exception {
        assumeThat(ProviderProcess.isInstalled()).as("npm ci was run in web").isTrue();
        provider = ProviderProcess.start();
        server = TestServer.fresh(provider.settings());
        browsers = new SignOnBrowsers(provider, server.api());
        admin = new People(server).admin();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
            provider.close();
        }
    }

    @Test
    void anAccountWithAPasskeyIsLinkedByItAlone() throws Exception {
        SoftKey key = new SoftKey();
        Api.Answer asked =
                admin.api().post(MINE + "/challenge", Map.of("password", People.PASSWORD)).is(200);
        admin.api().post(MINE, key.make(asked, "Key")).is(201);
        Api.Answer due = browsers.signOn("ada", Map.of()).is(200);
        assertThat(due.text("/type")).isEqualTo("link-due");
        assertThat(due.json().get("passkey").asBoolean()).isTrue();
        String link = due.text("/link");
        server.api().post(LINK, Map.of("link", link)).is(422);
        server.api().post(LINK, Map.of("link", link, "password", People.PASSWORD)).is(401);
        server.api().post(LINK + "/challenge", Map.of("link", "another")).is(401);

        Api.Answer challenge = server.api().post(LINK + "/challenge", Map.of("link", link)).is(200);
        assertThat(challenge.json().get("allowed")).hasSize(1);
        SoftKey foreign = new SoftKey();
        foreign.make(asked, "Never added");
        server.api().post(LINK, Map.of("link", link, "passkey", foreign.sign(challenge))).is(401);
        Api.Answer anew = server.api().post(LINK + "/challenge", Map.of("link", link)).is(200);
        Map<String, Object> proof = Map.of("link", link, "passkey", key.sign(anew));
        Api.Answer in = server.api().post(LINK, proof).is(200);

        assertThat(in.text("/me/email")).isEqualTo(People.ADMIN);
        server.api().post(LINK, proof).is(401);
        assertThat(browsers.signOn("ada", Map.of()).is(200).text("/type")).isEqualTo("signed-in");
    }

    @Test
    void whoHasNoPasswordAddsAPasskeyRightAfterTheirSignOn() throws Exception {
        Api.Answer in = browsers.signOn("grace", Map.of()).is(200);
        Api api = Browser.of(server.api(), in).api();
        assertThat(api.get("/api/v1/me").is(200).json().get("hasPassword").asBoolean()).isFalse();
        assertThat(admin.api().get("/api/v1/me").json().get("hasPassword").asBoolean()).isTrue();
        admin.api().post(MINE + "/challenge", Map.of()).is(422);
        SoftKey key = new SoftKey();

        Api.Answer asked = api.post(MINE + "/challenge", Map.of()).is(200);
        Api.Answer added = api.post(MINE, key.make(asked, "Hers")).is(201);

        assertThat(added.json().get("recoveryCodes")).hasSize(10);
        Api.Answer challenge = server.api().post(SIGN_IN + "/challenge", Map.of()).is(200);
        Api.Answer byKey = server.api().post(SIGN_IN, key.sign(challenge)).is(200);
        assertThat(byKey.text("/me/email")).isEqualTo("grace@example.com");
        server.owner()
                .sql("UPDATE session SET created_at = created_at - interval '11 minutes'")
                .update();
        assertThat(api.post(MINE + "/challenge", Map.of()).is(403).text("/type"))
                .isEqualTo("/problems/sign-in-again");
        String remove = MINE + "/" + added.text("/passkey/id") + "/remove";
        api.post(remove, Map.of()).is(403);
        Api again = Browser.of(server.api(), browsers.signOn("grace", Map.of())).api();
        again.post(remove, Map.of()).is(204);
    }
}
