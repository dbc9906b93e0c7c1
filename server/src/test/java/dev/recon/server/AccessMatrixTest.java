package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import dev.recon.server.secret.AccessTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every route of the contract, asked by every role, by nobody, with an expired token, and from
/// another workspace. What must come of it follows from `x-permission` and from the roles as the
/// migration made them: a route that does not say what it needs fails, and so does one of which
/// this test does not know what to send.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    private static final Set<String> OPEN = Set.of("public", "cookie");
    private static final String SIGNED_IN = "signed-in";

    /// The socket is no endpoint of HTTP; its own tests say who may open it.
    private static final List<String> REFUSED =
            List.of("/problems/forbidden", "/problems/not-signed-in");

    private static final String SOCKET = "GET /ws";

    private final TestServer server = TestServer.fresh(Map.of());
    private final People people = new People(server);
    private final Browser admin = people.admin();
    private final JdbcClient db = server.owner();
    private final Map<String, Browser> roles = new HashMap<>();
    private final MatrixRequests requests = requests();

    private MatrixRequests requests() {
        for (String role : List.of("admin", "manager", "analyst", "viewer", "auditor")) {
            roles.put(role, people.join(admin, role + "@example.com", role));
        }
        people.join(admin, MatrixRequests.SPARE + "@example.com", "viewer");
        return MatrixRequests.make(admin);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        List<String> known = permissions("SELECT name FROM permission");
        assertThat(Contract.operations())
                .allSatisfy(operation ->
                        assertThat(Contract.permissions(operation))
                                .as("x-permission of %s", operation)
                                .isNotEmpty()
                                .isSubsetOf(
                                        Stream.concat(
                                                        known.stream(),
                                                        Stream.of("public", "cookie", SIGNED_IN))
                                                .toList()));
    }

    @Test
    void everyRoleMayWhatTheTableSaysAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Browser> role : roles.entrySet()) {
            List<String> may =
                    permissions(
                            "SELECT permission FROM default_permission WHERE role = '"
                                    + role.getKey()
                                    + "'");
            for (String operation : closed()) {
                List<String> needed = Contract.permissions(operation);
                Api.Answer answer = requests.send(role.getValue().api(), operation);
                boolean refused = answer.status() >= 400 && REFUSED.contains(answer.text("/type"));
                boolean allowed = needed.equals(List.of(SIGNED_IN)) || may.containsAll(needed);
                if (refused == allowed || answer.status() >= 500) {
                    wrong.add(role.getKey() + " " + operation + " " + answer.body());
                }
                if (refused && !allowed) {
                    assertThat(answer.status()).as(operation).isEqualTo(403);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyAndAnExpiredTokenGetNothing() {
        Browser viewer = roles.get("viewer");
        assertThat(viewer).isNotNull();
        String expired = expired();
        for (String operation : closed()) {
            for (String credential : List.of("", expired, "rubbish", expired + "x")) {
                Api.Answer answer = requests.send(server.api().as(credential), operation);
                assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(401);
                assertThat(answer.text("/type")).isEqualTo("/problems/not-signed-in");
                assertThat(answer.text("/detail")).isEqualTo("Sign in, then try again.");
            }
        }
    }

    @Test
    void fromAnotherWorkspaceNothingIsThere() {
        Api.Answer made = admin.api().post("/api/v1/workspaces", Map.of("name", "other")).is(201);
        String body = "{\"workspaceId\":\"" + made.text("/id") + "\"}";
        Browser other = Browser.of(server.api(), admin.refresh(admin.cookies(), body));
        for (String operation : closed()) {
            if (MatrixRequests.namesNothingOfAWorkspace(operation)) {
                continue;
            }
            requests.send(admin.api(), operation);
            Api.Answer answer = requests.send(other.api(), operation);
            String answered = operation + " " + answer.status() + " " + answer.body();
            if (operation.contains("{")) {
                assertThat(answer.status()).as(answered).isEqualTo(404);
            } else {
                assertThat(answer.status()).as(answered).isLessThan(500).isNotEqualTo(401);
            }
            assertThat(requests.secrets()).noneMatch(answer.body()::contains);
        }
    }

    /// What only the signed-in may ask; that which ends their sessions last.
    private static List<String> closed() {
        return Contract.operations().stream()
                .filter(operation -> Collections.disjoint(OPEN, Contract.permissions(operation)))
                .filter(operation -> !operation.equals(SOCKET))
                .sorted(
                        Comparator.comparing(MatrixRequests::endsAllSessions)
                                .thenComparing(operation -> !operation.startsWith("GET")))
                .toList();
    }

    private String expired() {
        var row =
                db.sql("SELECT id, account_id, workspace_id FROM session LIMIT 1")
                        .query((found, _) ->
                                new UUID[] {
                                    found.getObject(1, UUID.class),
                                    found.getObject(2, UUID.class),
                                    found.getObject(3, UUID.class)
                                })
                        .single();
        Instant then = Instant.now().minus(AccessTokens.LIFETIME).minusSeconds(1);
        return server.bean(AccessTokens.class)
                .sign(
                        new AccessTokens.Claims(
                                row[1], row[0], row[2], new AccessTokens.Versions(1, 1), then));
    }

    private List<String> permissions(String query) {
        return db.sql(query).query((row, _) -> row.getString(1)).list();
    }
}
