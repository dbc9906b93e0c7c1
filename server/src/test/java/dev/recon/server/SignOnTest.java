package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.recon.server.People.Browser;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Signing in at a provider that is no part of us.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOnTest {
    private static final String ROOT = "/api/v1/sign-in/provider";

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
    void aVerifiedAddressWithAnAccountIsLinkedByItsPasswordOnce() throws Exception {
        assertThat(server.api().get(ROOT).is(200).json().get("offered").asBoolean()).isTrue();
        Api.Answer due = signOn("ada");
        assertThat(due.is(200).text("/type")).isEqualTo("link-due");
        assertThat(due.text("/email")).isEqualTo(People.ADMIN);
        assertThat(due.headers()).doesNotContainKey("set-cookie");
        link(due, "not my password").is(401);

        Api.Answer in = link(due, People.PASSWORD).is(200);

        assertThat(in.text("/me/person/name")).isEqualTo("Ada Admin");
        link(due, People.PASSWORD).is(401);
        Api.Answer again = signOn("ada").is(200);
        assertThat(again.text("/type")).as("from then on without it").isEqualTo("signed-in");
        Api api = Browser.of(server.api(), again).api();
        assertThat(api.get("/api/v1/me/sessions").is(200).body()).contains("\"method\":\"oidc\"");
        assertThat(
                        api.get("/api/v1/audit-events?action=identity-linked")
                                .is(200)
                                .json()
                                .get("items"))
                .hasSize(1);
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedOpensNothing() throws Exception {
        Api.Answer refused = signOn("mallory").is(401);

        assertThat(refused.text("/detail")).contains("not verified");
    }

    @Test
    void aGroupWithARoleComesInAndNoOther() throws Exception {
        assertThat(signOn("nemo").is(401).text("/detail")).contains("None of your groups");

        Api.Answer in = signOn("grace").is(200);

        assertThat(in.text("/me/email")).isEqualTo("grace@example.com");
        assertThat(in.json().at("/me/roles"))
                .extracting(one -> one.asString())
                .containsExactly("analyst");
        String first = in.text("/me/person/id");
        assertThat(signOn("grace").is(200).text("/me/person/id")).isEqualTo(first);
        Api her = Browser.of(server.api(), in).api();
        her.get("/api/v1/people").is(200);
        her.post("/api/v1/workspaces", Map.of("name", "hers")).is(403);
        String path = "/api/v1/people/" + first;
        String version = admin.api().get(path).is(200).header("etag");
        admin.api().patch(path, Map.of("status", "disabled"), Map.of("If-Match", version)).is(200);
        assertThat(signOn("grace").is(401).text("/detail")).contains("no workspace");
    }

    @Test
    void whoSignsOutAtTheProviderIsSignedOutHereAndOnlyThere() throws Exception {
        signOn("ruth").is(200);
        try (HttpClient one = ProviderProcess.browser();
                HttpClient other = ProviderProcess.browser()) {
            SignOnBrowsers.Sent sent = browsers.send(Map.of());
            Api here =
                    Browser.of(
                                    server.api(),
                                    browsers.back(
                                            provider.visit(one, "ruth", sent.location()),
                                            sent.cookie()))
                            .api();
            sent = browsers.send(Map.of());
            Api there =
                    Browser.of(
                                    server.api(),
                                    browsers.back(
                                            provider.visit(other, "ruth", sent.location()),
                                            sent.cookie()))
                            .api();
            here.get("/api/v1/me").is(200);

            provider.signOut(one, "http://127.0.0.1:" + server.api().port() + ROOT + "/logout");

            here.get("/api/v1/me").is(401);
            there.get("/api/v1/me").is(200);
        }
        assertThat(admin.api().get("/api/v1/audit-events?action=session-ended").is(200).body())
                .contains("signed-out-at-provider");
    }

    @Test
    void theGroupsOfTodayGiveAndTakeRolesWithEachSignOn() throws Exception {
        Api.Answer in = signOn("ruth").is(200);
        assertThat(roles(in)).containsExactly("analyst");
        Api before = Browser.of(server.api(), in).api();
        String path = "/api/v1/people/" + in.text("/me/person/id");
        String version = admin.api().get(path).is(200).header("etag");
        admin.api()
                .patch(
                        path,
                        Map.of("roles", List.of("analyst", "viewer")),
                        Map.of("If-Match", version))
                .is(200);
        provider.setGroups("ruth", "recon-admins");

        assertThat(roles(signOn("ruth").is(200)))
                .as("viewer was given by hand")
                .containsExactly("admin", "viewer");

        before.get("/api/v1/me").is(401);
        provider.setGroups("ruth", "finance", "unknown");
        assertThat(roles(signOn("ruth").is(200))).containsExactly("analyst", "viewer");
        provider.setGroups("ruth", "finance", "unknown");
        int told = told("person-changed");
        signOn("ruth").is(200);
        assertThat(told("person-changed")).as("nothing changed").isEqualTo(told);
    }

    @Test
    void anInvitationIsAcceptedAtTheProviderByItsOwnAddressOnce() throws Exception {
        String token = invite("ivy@example.com");
        assertThat(signOn("nemo", token).is(401).text("/detail")).contains("another address");
        assertThat(signOn("ivy", "no token").is(422).text("/type"))
                .isEqualTo("/problems/link-invalid");

        Api.Answer in = signOn("ivy", token).is(200);

        assertThat(roles(in)).containsExactly("viewer");
        assertThat(in.text("/me/email")).isEqualTo("ivy@example.com");
        assertThat(told("invitation-accepted")).isPositive();
        signOn("ivy", token).is(422);
        assertThat(roles(signOn("ivy").is(200))).as("no group takes it").containsExactly("viewer");
    }

    private String invite(String email) {
        Map<String, Object> wanted = Map.of("email", email, "roles", List.of("viewer"));
        String link = admin.api().post("/api/v1/invitations", wanted).is(201).text("/link");
        return link.substring(link.indexOf('#') + 1);
    }

    private static List<String> roles(Api.Answer in) {
        return in.json().at("/me/roles").valueStream().map(one -> one.asString()).toList();
    }

    private int told(String action) {
        return admin.api()
                .get("/api/v1/audit-events?limit=200&action=" + action)
                .is(200)
                .json()
                .get("items")
                .size();
    }

    @Test
    void whatWasNotAskedForByThisBrowserIsRefused() throws Exception {
        SignOnBrowsers.Sent one = browsers.send(Map.of());
        SignOnBrowsers.Sent two = browsers.send(Map.of());
        Map<String, String> first = provider.visit("grace", one.location());
        Map<String, String> second = provider.visit("grace", two.location());

        browsers.back(first, "").is(401);
        browsers.back(first, two.cookie()).is(401);
        Map<String, String> mixed = new HashMap<>(first);
        mixed.put("code", second.get("code"));
        // The code of another verifier and nonce.
        browsers.back(mixed, one.cookie()).is(401);
        // A state comes back once.
        browsers.back(first, one.cookie()).is(401);
        Map<String, String> elsewhere = new HashMap<>(second);
        elsewhere.put("iss", "https://evil.example");
        browsers.back(elsewhere, two.cookie()).is(401);
    }

    @Test
    void theProviderIsAskedWithAllThatGuardsTheWay() {
        SignOnBrowsers.Sent sent = browsers.send(Map.of());

        assertThat(sent.location())
                .startsWith(provider.issuer() + "/auth?")
                .contains("response_type=code", "code_challenge_method=S256", "code_challenge=")
                .contains("state=", "nonce=", "client_id=recon")
                .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsign-on")
                .doesNotContain("secret");
    }

    @Test
    void withoutAProviderNothingIsOffered() {
        Api api = TestServer.shared().api().as("");

        assertThat(api.get(ROOT).is(200).json().get("offered").asBoolean()).isFalse();
        api.post(ROOT, Map.of()).is(404);
    }

    private Api.Answer signOn(String person) throws Exception {
        return browsers.signOn(person, Map.of());
    }

    private Api.Answer signOn(String person, String invitation) throws Exception {
        return browsers.signOn(person, Map.of("invitation", invitation));
    }

    private Api.Answer link(Api.Answer due, String password) {
        return server.api()
                .post(ROOT + "/link", Map.of("link", due.text("/link"), "password", password));
    }
}
