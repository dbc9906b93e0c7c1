package dev.recon.server;

import dev.recon.server.People.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A request for every route of the contract, about things that are there: such that it reaches the
/// question whether it is allowed, and does no harm to the next one if it is.
///
/// @param ids what stands for the names in the paths
record MatrixRequests(Map<String, String> ids, Map<String, Object> bodies) {
    /// Somebody to whom everything may happen.
    static final String SPARE = "spare";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Where nothing is fetched: a loopback that no setting allows.
    private static final Map<String, Object> PLACE =
            Map.of(
                    "place",
                    Map.of(
                            "database",
                            Map.of(
                                    "driver", "postgresql",
                                    "host", "127.0.0.1",
                                    "port", 5432,
                                    "database", "d",
                                    "username", "u",
                                    "query", "SELECT 1",
                                    "encrypted", true)),
                    "secret",
                    "s",
                    "everyMinutes",
                    60,
                    "isOn",
                    false);

    /// The requests about what this person makes first.
    static MatrixRequests make(Browser admin) {
        Api api = admin.api();
        Journey.Made made = new Journey(api).run(Sample.of(60, 8), "matrix");
        String comment =
                api.post(
                                "/api/v1/runs/" + made.run() + "/decisions",
                                Map.of(
                                        "kind", "comment",
                                        "breakId", made.run() + ".1",
                                        "text", "a"))
                        .is(201)
                        .text("/id");
        Map<String, String> ids = new HashMap<>();
        ids.put("fileId", made.left());
        ids.put("rightFile", made.right());
        ids.put("sourceId", api.post("/api/v1/sources", Map.of("name", "s")).text("/id"));
        ids.put("reconciliationId", made.reconciliation());
        ids.put("version", "1");
        ids.put("comparisonId", comparison(api, made));
        ids.put("number", "1");
        ids.put("runId", made.run());
        ids.put("breakId", made.run() + ".1");
        ids.put("matchId", made.run() + ".1");
        ids.put("side", "left");
        ids.put("line", "1");
        ids.put("decisionId", comment);
        ids.put("approvalId", FourEyes.proposed(api));
        ids.put("role", "viewer");
        ids.put("personId", person(api, SPARE));
        ids.put("sessionId", UUID.randomUUID().toString());
        ids.put("passkeyId", UUID.randomUUID().toString());
        ids.put("invitationId", invite(api));
        ids.put("keyId", key(api));
        return new MatrixRequests(ids, bodies(api, ids));
    }

    private static String comparison(Api api, Journey.Made made) {
        return api.post(
                        "/api/v1/reconciliations/" + made.reconciliation() + "/comparisons",
                        Map.of("runId", made.run(), "after", 1))
                .is(202)
                .text("/id");
    }

    private static String invite(Api api) {
        var wanted = Map.of("email", "late@example.com", "roles", List.of("viewer"));
        return api.post("/api/v1/invitations", wanted).is(201).text("/invitation/id");
    }

    /// Somebody who is in this workspace only.
    private static String person(Api api, String name) {
        return new Journey(api)
                .all("/api/v1/people", 50).stream()
                        .filter(one -> one.get("name").asString().equals(name))
                        .map(one -> one.get("id").asString())
                        .findFirst()
                        .orElseThrow();
    }

    private static String key(Api api) {
        var wanted = Map.of("name", "k", "scopes", List.of("read:work"));
        return api.post("/api/v1/api-keys", wanted).is(201).text("/apiKey/id");
    }

    private static Map<String, Object> fieldPreview(Map<String, String> ids, String rules) {
        return Map.of("file", ids.get("fileId"), "side", "left", "field", "amount", "rules", rules);
    }

    private static Map<String, Object> bodies(Api api, Map<String, String> ids) {
        String files = "leftFile=" + ids.get("fileId") + "&rightFile=" + ids.get("rightFile");
        String rules = api.get("/api/v1/proposals?" + files).is(200).text("/rules");
        Map<String, Object> both =
                Map.of("leftFile", ids.get("fileId"), "rightFile", ids.get("rightFile"));
        Map<String, Object> proof = Map.of("password", "not my password");
        Map<String, Object> bodies = new HashMap<>();
        bodies.put("/api/v1/proposals", both);
        bodies.put(
                "/api/v1/yields",
                Map.of(
                        "leftFile", ids.get("fileId"),
                        "rightFile", ids.get("rightFile"),
                        "rules", rules));
        bodies.put("/api/v1/field-previews", fieldPreview(ids, rules));
        addSources(bodies);
        bodies.put("/api/v1/reconciliations", Map.of("name", "r", "rules", rules));
        bodies.put("/api/v1/reconciliations/{reconciliationId}", Map.of("name", "r"));
        bodies.put("/api/v1/reconciliations/{reconciliationId}/rule-sets", Map.of("rules", rules));
        bodies.put("/api/v1/reconciliations/{reconciliationId}/runs", both);
        bodies.put(
                "/api/v1/reconciliations/{reconciliationId}/comparisons",
                Map.of("runId", ids.getOrDefault("runId", ""), "after", 1));
        bodies.put("/api/v1/comparisons/{comparisonId}/cancel", Map.of());
        bodies.put(
                "/api/v1/reconciliations/{reconciliationId}/members", Map.of("people", List.of()));
        bodies.put("/api/v1/runs/{runId}/cancel", Map.of());
        bodies.put(
                "/api/v1/runs/{runId}/decisions",
                Map.of("kind", "unmatch", "matchId", ids.get("matchId"), "version", 999));
        bodies.put(
                "/api/v1/runs/{runId}/presence",
                Map.of("breakId", ids.getOrDefault("breakId", "")));
        bodies.put("/api/v1/decisions/{decisionId}/undo", Map.of());
        FourEyes.addBodies(bodies, ids.getOrDefault("approvalId", ""));
        bodies.put("/api/v1/audit-chain/check", Map.of());
        bodies.put("/api/v1/live-tickets", Map.of());
        addPeople(bodies, proof);
        return bodies;
    }

    private static void addSources(Map<String, Object> bodies) {
        bodies.put("/api/v1/web-vitals", Map.of("lcpMillis", 800));
        bodies.put("/api/v1/sources", Map.of("name", "s"));
        bodies.put(
                "/api/v1/sources/{sourceId}/cadence",
                Map.of("calendar", "DE", "everyDays", 1, "dueBy", "09:00"));
        bodies.put("/api/v1/sources/{sourceId}/deliveries/{number}/take", Map.of());
        bodies.put("/api/v1/sources/{sourceId}/place", PLACE);
        bodies.put("/api/v1/sources/{sourceId}/quarantine", Map.of("holdsRisky", false));
        bodies.put(
                "/api/v1/reconciliations/{reconciliationId}/sources",
                Map.of("runsByItself", false));
        bodies.put("/api/v1/reconciliations/{reconciliationId}/newest-run", Map.of());
        bodies.put("/api/v1/sources/{sourceId}/place/try", PLACE);
        bodies.put("/api/v1/sources/{sourceId}/place/fetch", Map.of());
    }

    private static void addPeople(Map<String, Object> bodies, Map<String, Object> proof) {
        bodies.put(
                "/api/v1/invitations",
                Map.of("email", "viewer@example.com", "roles", List.of("viewer")));
        bodies.put("/api/v1/invitations/{invitationId}/revoke", Map.of());
        bodies.put("/api/v1/me", Map.of("theme", "dark"));
        bodies.put("/api/v1/me/sessions/{sessionId}/revoke", Map.of());
        bodies.put("/api/v1/me/totp/confirm", Map.of("code", "12345"));
        bodies.put("/api/v1/people/{personId}", Map.of("status", "active"));
        bodies.put("/api/v1/people/{personId}/password-reset", Map.of());
        bodies.put("/api/v1/people/{personId}/second-factor/remove", Map.of());
        bodies.put(
                "/api/v1/roles/{role}", Map.of("permissions", List.of("read:work", "read:people")));
        bodies.put("/api/v1/api-keys", Map.of("name", "k", "scopes", List.of("read:people")));
        bodies.put("/api/v1/api-keys/{keyId}/revoke", Map.of());
        bodies.put("/api/v1/workspaces", Map.of("name", "default"));
        bodies.put("/api/v1/sign-out-everywhere", Map.of());
        bodies.put("/api/v1/me/password", Map.of("current", "x", "password", "y"));
        bodies.put("/api/v1/me/totp", proof);
        bodies.put("/api/v1/me/totp/remove", proof);
        bodies.put("/api/v1/me/recovery-codes", proof);
        bodies.put("/api/v1/me/passkeys/challenge", proof);
        bodies.put(
                "/api/v1/me/passkeys",
                Map.of("name", "k", "clientData", "e30", "attestation", "e30"));
        bodies.put("/api/v1/me/passkeys/{passkeyId}", Map.of("name", "k"));
        bodies.put("/api/v1/me/passkeys/{passkeyId}/remove", proof);
    }

    /// After it whoever sent it is nobody.
    static boolean endsAllSessions(String operation) {
        return operation.equals("POST /api/v1/sign-out-everywhere");
    }

    /// Roles are in every workspace, and one's own account is in none.
    static boolean namesNothingOfAWorkspace(String operation) {
        return operation.contains("{role}")
                || endsAllSessions(operation)
                || operation.equals("POST /api/v1/me/password")
                || operation.equals("POST /api/v1/me/totp")
                || operation.equals("POST /api/v1/me/totp/remove")
                || operation.equals("POST /api/v1/me/recovery-codes")
                || operation.startsWith("POST /api/v1/me/passkeys");
    }

    /// What must not come back from elsewhere.
    List<String> secrets() {
        return List.of(
                text("fileId"),
                text("sourceId"),
                text("reconciliationId"),
                text("runId"),
                text("decisionId"),
                text("approvalId"),
                text("personId"),
                text("invitationId"),
                text("keyId"));
    }

    Api.Answer send(Api api, String operation) {
        String method = operation.substring(0, operation.indexOf(' '));
        String template = operation.substring(operation.indexOf(' ') + 1);
        String path = path(template);
        if (template.equals("/api/v1/previews")) {
            return api.send(
                    new Multipart()
                            .file("left", "l.csv", "id,amount\n1,2\n")
                            .file("right", "r.csv", "id,amount\n1,2\n")
                            .field("answers", "{}")
                            .post(api, path));
        }
        if (method.equals("GET")) {
            return api.get(path);
        }
        if (template.equals("/api/v1/files")) {
            return api.upload("f.csv", "a,b\n1,2\n");
        }
        if (template.equals("/api/v1/sources/{sourceId}/deliveries")) {
            return api.deliver(path + "?name=d.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        if (template.equals("/api/v1/runs/{runId}/rejected-lines/{side}")) {
            return api.deliver(path + "?name=m.csv", new byte[] {'a'});
        }
        Object body = bodies.get(template);
        if (body == null) {
            throw new AssertionError("MatrixRequests does not know what to send to " + operation);
        }
        return api.send(
                api.request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"999\"")
                        .method(
                                method,
                                BodyPublishers.ofString(
                                        new String(
                                                JSON.writeValueAsBytes(body),
                                                StandardCharsets.UTF_8))));
    }

    /// The path of a route, with what is there for its names.
    String path(String template) {
        String path = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return template.equals("/api/v1/proposals")
                ? path + "?leftFile=" + text("fileId") + "&rightFile=" + text("rightFile")
                : path;
    }

    private String text(String name) {
        return ids.getOrDefault(name, name);
    }
}
