package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// People come and go, and what changes about them is so with their next request.
class PeopleTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final String bobs = People.address("bob");
    private final Browser admin = people.newcomer(People.address("ada"));

    @Test
    void anInvitationLetsOnePersonIn() {
        Api.Answer made = invite(bobs);
        String link = made.is(201).text("/link");
        String token = link.substring(link.indexOf('#') + 1);

        Api.Answer seen =
                server.api().post("/api/v1/invitations/look", Map.of("token", token)).is(200);
        assertThat(seen.text("/by")).startsWith("ada");
        assertThat(seen.json().get("accountExists").asBoolean()).isFalse();
        Browser bob = people.accept(link, bobs);

        assertThat(bob.api().get("/api/v1/me").is(200).json().get("roles"))
                .extracting(JsonNode::asString)
                .containsExactly("viewer");
        assertThat(accept(token).is(422).text("/type")).isEqualTo("/problems/link-invalid");
        assertThat(invite(bobs.toUpperCase(Locale.ROOT)).is(409).text("/type"))
                .isEqualTo("/problems/taken");
    }

    @Test
    void anInvitationThatWasTakenBackOrReplacedDoesNotWork() {
        Api.Answer first = invite(bobs).is(201);
        Api.Answer second = invite(bobs).is(201);
        accept(token(first)).is(422);
        String id = second.text("/invitation/id");

        String revoke = "/api/v1/invitations/" + id + "/revoke";
        assertThat(admin.api().post(revoke, Map.of()).is(200).text("/status")).isEqualTo("revoked");

        accept(token(second)).is(422);
        admin.api().post(revoke, Map.of()).is(409);
    }

    @Test
    void ofInvitationsOfOneAddressAtOnceOneIsOpen() throws Exception {
        try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Api.Answer>> invitations = Collections.nCopies(8, () -> invite(bobs));
            List<Integer> answers = new ArrayList<>();
            for (Future<Api.Answer> made : admins.invokeAll(invitations)) {
                answers.add(accept(token(made.get().is(201))).status());
            }

            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 422);
        }
    }

    @Test
    void anInvitationDoesNotOpenAnAccountThatExists() {
        people.join(admin, bobs, "viewer");
        Browser second = inNewWorkspace();
        String link =
                second.api()
                        .post(
                                "/api/v1/invitations",
                                Map.of("email", bobs, "roles", List.of("admin")))
                        .is(201)
                        .text("/link");
        String token = link.substring(link.indexOf('#') + 1);

        server.api()
                .post(
                        "/api/v1/invitations/accept",
                        Map.of(
                                "token",
                                token,
                                "name",
                                "Mallory",
                                "password",
                                "another one of mine"))
                .is(401);

        Browser bob = people.accept(link, bobs);
        assertThat(bob.api().get("/api/v1/me").is(200).json().get("workspaces")).hasSize(2);
        String id = bob.api().get("/api/v1/me").text("/person/id");
        assertThat(second.api().get("/api/v1/people/" + id).text("/name")).startsWith("bob");
        assertThat(
                        second.api()
                                .post("/api/v1/people/" + id + "/password-reset", Map.of())
                                .is(403)
                                .text("/detail"))
                .as("an admin of one workspace does not get into the other")
                .contains("other workspaces");
        second.api().post("/api/v1/people/" + id + "/second-factor/remove", Map.of()).is(403);
    }

    @Test
    void whoIsDisabledOrHasOtherRolesIsSoAtOnce() {
        Browser bob = people.join(admin, bobs, "analyst");
        String id = bob.api().get("/api/v1/me").text("/person/id");
        bob.api().upload("a.csv", "a,b\n1,2\n").is(201);

        change(id, Map.of("roles", List.of("viewer"))).is(200);
        bob.api().upload("b.csv", "a,b\n1,3\n").is(401);
        Browser viewer = Browser.of(server.api(), bob.refresh());
        viewer.api().upload("b.csv", "a,b\n1,3\n").is(403);

        change(id, Map.of("status", "disabled")).is(200);
        viewer.api().get("/api/v1/me").is(401);
        viewer.refresh().is(401);
        assertThat(people.signIn(bobs, People.PASSWORD).is(401).text("/type"))
                .isEqualTo("/problems/sign-in-refused");
    }

    @Test
    void whatARoleMayIsDataAndActsAtOnce() {
        Browser bob = people.join(admin, bobs, "viewer");
        bob.api().upload("a.csv", "a,b\n1,2\n").is(403);

        AsRead.changeRole(admin.api(), "viewer", List.of("read:work", "upload:files")).is(200);

        bob.api().upload("a.csv", "a,b\n1,2\n").is(201);
        bob.api().get("/api/v1/people").is(403);
        AsRead.changeRole(admin.api(), "admin", List.of("read:work")).is(422);
        AsRead.changeRole(admin.api(), "viewer", List.of("fly:rockets")).is(422);
        assertThat(admin.api().get("/api/v1/audit-events?objectType=role").text("/items/0/action"))
                .isEqualTo("role-changed");
    }

    @Test
    void theLastAdminStays() {
        String id = admin.api().get("/api/v1/me").text("/person/id");

        assertThat(change(id, Map.of("status", "disabled")).is(409).text("/type"))
                .isEqualTo("/problems/last-admin");
        change(id, Map.of("roles", List.of("viewer"))).is(409);
        admin.api().get("/api/v1/people").is(200);
    }

    @Test
    void twoAdminsCannotShutEachOtherOut() throws Exception {
        Browser bob = people.join(admin, bobs, "admin");
        String ada = admin.api().get("/api/v1/me").text("/person/id");
        String other = bob.api().get("/api/v1/me").text("/person/id");
        List<Callable<Integer>> both =
                List.of(
                        () -> disable(admin.api(), other).status(),
                        () -> disable(bob.api(), ada).status());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses =
                    threads.invokeAll(both).stream().map(answer -> answer.resultNow()).toList();
            assertThat(statuses).containsOnlyOnce(200);
        }
    }

    @Test
    void anAdminHelpsWhoeverForgotThePassword() {
        Browser bob = people.join(admin, bobs, "viewer");
        String id = bob.api().get("/api/v1/me").text("/person/id");
        String link =
                admin.api()
                        .post("/api/v1/people/" + id + "/password-reset", Map.of())
                        .is(200)
                        .text("/link");
        String token = link.substring(link.indexOf('#') + 1);
        String next = "ostrich lantern gravel 9 mosaic";

        reset(token, "12345678").is(422);
        reset(token, next).is(204);

        reset(token, next).is(422);
        bob.api().get("/api/v1/me").is(401);
        people.signIn(bobs, People.PASSWORD).is(401);
        people.signIn(bobs, next).is(200);
    }

    @Test
    void twoChangesOfOneProfileAtOnceBothHold() throws Exception {
        Api bob = people.join(admin, bobs, "viewer").api();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String theme : List.of("dark", "light", "dark", "light", "dark", "light")) {
                String density = theme.equals("dark") ? "compact" : "comfortable";
                List<Callable<Api.Answer>> changes =
                        List.of(
                                () -> bob.patch("/api/v1/me", Map.of("theme", theme), Map.of()),
                                () ->
                                        bob.patch(
                                                "/api/v1/me",
                                                Map.of("density", density),
                                                Map.of()));
                for (Future<Api.Answer> change : tabs.invokeAll(changes)) {
                    change.get().is(200);
                }

                JsonNode profile = bob.get("/api/v1/me").is(200).json().get("profile");
                assertThat(profile.get("theme").asString()).isEqualTo(theme);
                assertThat(profile.get("density").asString()).isEqualTo(density);
            }
        }
    }

    @Test
    void whatTheContractDoesNotNameIsRefused() {
        Browser bob = people.join(admin, bobs, "viewer");
        Map<String, Object> grab = Map.of("name", "Bob", "roles", List.of("admin"));

        assertThat(bob.api().patch("/api/v1/me", grab, Map.of()).is(422).text("/errors/0/pointer"))
                .isEqualTo("#/roles");
        bob.api().patch("/api/v1/me", Map.of("workspaceId", "x"), Map.of()).is(422);
        String token = token(invite(People.address("eve")).is(201));
        server.api()
                .post(
                        "/api/v1/invitations/accept",
                        Map.of(
                                "token",
                                token,
                                "name",
                                "Eve",
                                "password",
                                People.PASSWORD,
                                "roles",
                                List.of("admin")))
                .is(422);
        server.api()
                .post("/api/v1/sign-in", Map.of("email", "a@b", "password", "x", "role", "admin"))
                .is(422);
        assertThat(bob.api().get("/api/v1/me").json().get("roles")).hasSize(1);
    }

    private Browser inNewWorkspace() {
        String id =
                admin.api()
                        .post("/api/v1/workspaces", Map.of("name", "second"))
                        .is(201)
                        .text("/id");
        return Browser.of(
                server.api(), admin.refresh(admin.cookies(), "{\"workspaceId\":\"" + id + "\"}"));
    }

    private Api.Answer invite(String email) {
        return admin.api()
                .post("/api/v1/invitations", Map.of("email", email, "roles", List.of("viewer")));
    }

    private static String token(Api.Answer made) {
        String link = made.text("/link");
        return link.substring(link.indexOf('#') + 1);
    }

    private Api.Answer accept(String token) {
        return server.api()
                .post(
                        "/api/v1/invitations/accept",
                        Map.of("token", token, "name", "Bob", "password", People.PASSWORD));
    }

    @Test
    void aTimeZoneIsOneThatBrowsersKnow() {
        for (String zone : List.of("UTC+2", "GMT+2", "+02:00", "Mars")) {
            me(zone).is(422);
        }
        assertThat(me("Asia/Tokyo").is(200).text("/profile/timeZone")).isEqualTo("Asia/Tokyo");
    }

    private Api.Answer me(String zone) {
        return admin.api().patch("/api/v1/me", Map.of("timeZone", zone), Map.of());
    }

    private Api.Answer change(String id, Map<String, Object> change) {
        String version =
                admin.api().get("/api/v1/people/" + id).is(200).json().get("version").asString();
        return admin.api()
                .patch("/api/v1/people/" + id, change, Map.of("If-Match", "\"" + version + "\""));
    }

    private static Api.Answer disable(Api api, String id) {
        return api.patch(
                "/api/v1/people/" + id, Map.of("status", "disabled"), Map.of("If-Match", "\"1\""));
    }

    private Api.Answer reset(String token, String password) {
        return server.api()
                .post("/api/v1/password-resets/use", Map.of("token", token, "password", password));
    }
}
