package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.LyingProvider.Lie;
import dev.recon.server.People.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A token opens nothing that is not the provider's own, for this server, now, and for this
/// browser.
class SignOnForgeryTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROOT = "/api/v1/sign-in/provider";

    @Test
    void everyLieIsRefusedInTheSameWordsAndTheTruthIsNot() throws Exception {
        try (LyingProvider provider = LyingProvider.start();
                TestServer server = TestServer.fresh(provider.settings())) {
            new People(server).admin();
            for (Lie lie : Lie.values()) {
                Api.Answer answer = signOn(server.api(), provider, lie);
                if (lie == Lie.NONE) {
                    assertThat(answer.is(200).text("/me/email")).isEqualTo("liar@example.com");
                } else {
                    assertThat(answer.status()).as("%s: %s", lie, answer.body()).isEqualTo(401);
                    assertThat(answer.text("/detail")).startsWith("The provider's answer does not");
                }
            }
        }
    }

    @Test
    void onlyTheProvidersOwnLogoutTokenEndsSessionsAndOnlyOnce() throws Exception {
        try (LyingProvider provider = LyingProvider.start();
                TestServer server = TestServer.fresh(provider.settings())) {
            new People(server).admin();
            Api api = Browser.of(server.api(), signOn(server.api(), provider, Lie.NONE)).api();
            List<String> wrong = new ArrayList<>();
            wrong.add("rubbish");
            wrong.add(provider.logoutToken(all -> all, true));
            wrong.add(provider.logoutToken(all -> all.issuer("https://evil.example"), false));
            wrong.add(provider.logoutToken(all -> all.audience("somebody else"), false));
            wrong.add(provider.logoutToken(all -> all.claim("events", null), false));
            wrong.add(provider.logoutToken(all -> all.claim("nonce", "n"), false));
            wrong.add(provider.logoutToken(all -> all.subject(null), false));
            wrong.add(provider.logoutToken(all -> all.jwtID(null), false));
            Date old = Date.from(Instant.now().minusSeconds(3600));
            wrong.add(provider.logoutToken(all -> all.issueTime(old), false));
            for (String token : wrong) {
                assertThat(logout(server.api(), token).status()).as(token).isEqualTo(400);
            }
            api.get("/api/v1/me").is(200);
            String good = provider.logoutToken(all -> all, false);

            logout(server.api(), good).is(200);

            api.get("/api/v1/me").is(401);
            Api again = Browser.of(server.api(), signOn(server.api(), provider, Lie.NONE)).api();
            logout(server.api(), good).is(400);
            again.get("/api/v1/me").is(200);
            String other = provider.logoutToken(all -> all.claim("sid", "another"), false);
            logout(server.api(), other).is(200);
            again.get("/api/v1/me").is(200);
        }
    }

    private static Api.Answer logout(Api api, String token) {
        return api.send(
                api.request(ROOT + "/logout")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=" + token)));
    }

    @Test
    void aSilentProviderKeepsNobodyOutWhoHasAPassword() throws Exception {
        LyingProvider provider = LyingProvider.start();
        try (TestServer server = TestServer.fresh(provider.settings())) {
            provider.close();
            People people = new People(server);
            people.admin();

            assertThat(server.api().post(ROOT, Map.of()).is(503).text("/detail"))
                    .contains("Sign in with your password");
            people.signIn(People.ADMIN, People.PASSWORD).is(200);
        }
    }

    private static Api.Answer signOn(Api api, LyingProvider provider, Lie lie) {
        Api.Answer sent = api.post(ROOT, Map.of()).is(200);
        String location = sent.text("/location");
        provider.tell(lie, query(location, "nonce"));
        Map<String, String> body = Map.of("state", query(location, "state"), "code", "c");
        return api.send(
                api.request(ROOT + "/return")
                        .header("Content-Type", "application/json")
                        .header("Cookie", Browser.cookie(sent, "__Host-so", ""))
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private static String query(String location, String name) {
        return location.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
