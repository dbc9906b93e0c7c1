package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a signed-in browser may do with its cookie, and what others may not.
class SessionTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final String email = People.address("ada");
    private final Browser admin = people.newcomer(email);
    private final JdbcClient db = server.owner();

    @Test
    void eachRefreshGivesAnotherTokenInTheSameSession() {
        Browser next = Browser.of(server.api(), admin.refresh());

        assertThat(next.cookies()).isNotEqualTo(admin.cookies());
        assertThat(next.api().credential()).isNotEqualTo(admin.api().credential());
        Api.Answer sessions = next.api().get("/api/v1/me/sessions").is(200);
        assertThat(sessions.json().get("items")).hasSize(1);
        assertThat(sessions.json().at("/items/0/current").asBoolean()).isTrue();
        next.refresh().is(200);
    }

    @Test
    void twoTabsAtOnceAreNoTheft() {
        Api.Answer first = admin.refresh().is(200);
        Api.Answer second = admin.refresh().is(200);

        assertThat(second.headers()).doesNotContainKey("set-cookie");
        server.api().as(second.text("/accessToken")).get("/api/v1/me").is(200);
        Browser.of(server.api(), first).refresh().is(200);
    }

    @Test
    void aUsedTokenThatComesBackLaterEndsTheSessionForBoth() {
        Browser owner = Browser.of(server.api(), admin.refresh());
        assertThat(
                        db.sql(
                                        """
                                        UPDATE refresh_token
                                        SET replaced_at = replaced_at - interval '11 seconds'
                                        """)
                                .update())
                .isPositive();

        assertThat(admin.refresh().is(401).text("/type")).isEqualTo("/problems/not-signed-in");

        owner.refresh().is(401);
        owner.api().get("/api/v1/me").is(401);
        Browser again = Browser.of(server.api(), people.signIn(email, People.PASSWORD));
        assertThat(again.api().get("/api/v1/audit-events?limit=5").is(200).body())
                .contains("reused-token");
    }

    @Test
    void whatIsSignedOutStaysOut() {
        admin.signOut().is(204);

        admin.refresh().is(401);
        admin.api().get("/api/v1/me").is(401);
    }

    @Test
    void signingOutEverywhereEndsEverySessionAtOnce() {
        Browser other = Browser.of(server.api(), people.signIn(email, People.PASSWORD));

        admin.api().post("/api/v1/sign-out-everywhere", Map.of()).is(204);

        other.api().get("/api/v1/me").is(401);
        other.refresh().is(401);
        admin.refresh().is(401);
        people.signIn(email, People.PASSWORD).is(200);
    }

    @Test
    void oneOfMySessionsCanBeEndedByItself() {
        Browser other = Browser.of(server.api(), people.signIn(email, People.PASSWORD));
        String id = admin.api().get("/api/v1/me/sessions").is(200).text("/items/0/id");

        admin.api().post("/api/v1/me/sessions/" + id + "/revoke", Map.of()).is(204);

        other.api().get("/api/v1/me").is(401);
        admin.api().get("/api/v1/me").is(200);
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        Browser other = Browser.of(server.api(), people.signIn(email, People.PASSWORD));
        String next = "ostrich lantern gravel 9 mosaic";

        admin.api()
                .post("/api/v1/me/password", Map.of("current", "wrong", "password", next))
                .is(401);
        admin.api()
                .post("/api/v1/me/password", Map.of("current", People.PASSWORD, "password", next))
                .is(204);

        other.api().get("/api/v1/me").is(401);
        other.refresh().is(401);
        admin.refresh().is(200);
        people.signIn(email, People.PASSWORD).is(401);
        people.signIn(email, next).is(200);
    }

    @Test
    void anIdleOrOldSessionEnds() {
        db.sql("UPDATE refresh_token SET ends_at = now()").update();
        admin.refresh().is(401);
        admin.api().get("/api/v1/me").is(200);
        db.sql("UPDATE session SET ends_at = now()").update();
        admin.api().get("/api/v1/me").is(401);
    }

    @Test
    void anotherSiteCanDoNothingWithTheCookie() throws Exception {
        Api api = server.api();
        for (String path : new String[] {"/api/v1/session/refresh", "/api/v1/sign-out"}) {
            var plain =
                    api.request(path)
                            .header("Content-Type", "application/json")
                            .header("Cookie", admin.cookies())
                            .POST(BodyPublishers.ofString("{}"));
            assertThat(api.send(plain).is(403).text("/type"))
                    .isEqualTo("/problems/forbidden-origin");
            var foreign =
                    api.request(path)
                            .header("Content-Type", "application/json")
                            .header("Cookie", admin.cookies())
                            .header("X-Requested-With", "recon")
                            .header("Origin", "https://evil.example")
                            .POST(BodyPublishers.ofString("{}"));
            api.send(foreign).is(403);
            assertThat(get(path)).as("no change by GET").isEqualTo(404);
        }
        var onlyCookie = api.request("/api/v1/me").header("Cookie", admin.cookies()).GET();
        api.send(onlyCookie).is(401);
        admin.refresh().is(200);
    }

    private int get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.api().port() + path))
                        .header("Cookie", admin.cookies())
                        .header("X-Requested-With", "recon")
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
