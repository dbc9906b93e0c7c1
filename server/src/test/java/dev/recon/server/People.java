package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.access.SetupService;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// People who come to a server, as they do: with a link, an invitation, a password.
///
/// @param server with the rights of nobody
record People(TestServer server) {
    static final String PASSWORD = FirstKey.PASSWORD;
    static final String ADMIN = FirstKey.ADMIN;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// People of the server that all tests share.
    static People shared() {
        return new People(TestServer.shared().forNobody());
    }

    /// An address that nobody of this JVM has had.
    static String address(String name) {
        return name + COUNT.incrementAndGet() + "@example.com";
    }

    /// A browser: its access token and what it sends as cookies.
    record Browser(Api api, String cookies) {
        /// The cookie that this answer set, or else the one from before.
        static String cookie(Api.Answer answer, String name, String before) {
            return answer.headers().getOrDefault("set-cookie", List.of()).stream()
                    .filter(one -> one.startsWith(name + "="))
                    .map(one -> one.substring(0, one.indexOf(';')))
                    .findFirst()
                    .orElse(before);
        }

        static Browser of(Api api, Api.Answer answer) {
            String token = answer.is(200).text("/accessToken");
            assertThat(token).as(answer.body()).isNotEmpty();
            return new Browser(
                    api.as(token),
                    cookie(answer, "__Host-rt", "") + "; " + cookie(answer, "__Host-rd", ""));
        }

        /// Asks for a new access token, as a page does.
        Api.Answer refresh() {
            return refresh(cookies, "{}");
        }

        Api.Answer refresh(String cookie, String body) {
            return api.send(
                    api.as("")
                            .request("/api/v1/session/refresh")
                            .header("Content-Type", "application/json")
                            .header("Cookie", cookie)
                            .header("X-Requested-With", "recon")
                            .POST(BodyPublishers.ofString(body)));
        }

        Api.Answer signOut() {
            return api.send(
                    api.as("")
                            .request("/api/v1/sign-out")
                            .header("Cookie", cookies)
                            .header("X-Requested-With", "recon")
                            .POST(BodyPublishers.noBody()));
        }
    }

    /// Makes the administrator of a server that has none.
    Browser admin() {
        String link = server.bean(SetupService.class).openLink().orElseThrow();
        return Browser.of(server.api(), FirstKey.setUp(server.api(), link));
    }

    /// An admin in a workspace where nobody else has been: so begins a test that shares its server.
    Browser newcomer(String email) {
        Browser there = join(Browser.of(server.api(), signIn(ADMIN, PASSWORD)), email, "admin");
        Map<String, String> wanted = Map.of("name", "of " + email);
        String id = there.api().post("/api/v1/workspaces", wanted).is(201).text("/id");
        return Browser.of(
                server.api(), there.refresh(there.cookies(), "{\"workspaceId\":\"" + id + "\"}"));
    }

    /// Lets an admin invite somebody, who comes.
    Browser join(Browser admin, String email, String... roles) {
        String link =
                admin.api()
                        .post(
                                "/api/v1/invitations",
                                Map.of("email", email, "roles", List.of(roles)))
                        .is(201)
                        .text("/link");
        return accept(link, email);
    }

    Browser accept(String link, String email) {
        return Browser.of(
                server.api(),
                server.api()
                        .post(
                                "/api/v1/invitations/accept",
                                Map.of(
                                        "token", link.substring(link.indexOf('#') + 1),
                                        "name", email.substring(0, email.indexOf('@')),
                                        "password", PASSWORD)));
    }

    Api.Answer signIn(String email, String password) {
        return signIn(email, password, Optional.empty());
    }

    Api.Answer signIn(String email, String password, Optional<String> cookies) {
        Api api = server.api();
        var request =
                api.request("/api/v1/sign-in")
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        JSON.writeValueAsBytes(
                                                Map.of("email", email, "password", password))));
        cookies.ifPresent(sent -> request.header("Cookie", sent));
        return api.send(request);
    }
}
