package dev.recon.server;

import java.util.List;
import java.util.Map;

/// The steps of tests about decisions that another person approves.
final class FourEyes {
    private FourEyes() {}

    /// Says which decisions of a reconciliation wait.
    static Api.Answer ask(Api api, String reconciliation, Object wanted) {
        String path = "/api/v1/reconciliations/" + reconciliation;
        int version = api.get(path).is(200).json().get("version").asInt();
        return api.put(path + "/four-eyes", wanted, Map.of("If-Match", "\"" + version + "\""));
    }

    /// All of them, or none.
    static void ask(Api api, String reconciliation, String askedFor) {
        ask(api, reconciliation, Map.of("askedFor", askedFor)).is(200);
    }

    /// Something that waits, in a reconciliation of its own.
    static String proposed(Api api) {
        Scenario scenario = Scenario.start(api, "waits");
        ask(api, scenario.made().reconciliation(), "all");
        return scenario.matchByHand(3, 4).is(202).text("/id");
    }

    /// What to send where all routes are tried.
    static void addBodies(Map<String, Object> bodies, String approval) {
        bodies.put(
                "/api/v1/reconciliations/{reconciliationId}/four-eyes", Map.of("askedFor", "off"));
        bodies.put("/api/v1/approvals/approve", Map.of("approvals", List.of(approval)));
        bodies.put("/api/v1/approvals/{approvalId}/approve", Map.of());
        bodies.put("/api/v1/approvals/{approvalId}/send-back", Map.of("text", "why?"));
        bodies.put("/api/v1/approvals/{approvalId}/withdraw", Map.of());
    }

    static Api.Answer approve(Api api, String approval) {
        return api.post("/api/v1/approvals/" + approval + "/approve", Map.of());
    }

    static Api.Answer sendBack(Api api, String approval, String text) {
        return api.post("/api/v1/approvals/" + approval + "/send-back", Map.of("text", text));
    }

    static Api.Answer withdraw(Api api, String approval) {
        return api.post("/api/v1/approvals/" + approval + "/withdraw", Map.of());
    }

    static String status(Api api, String approval) {
        return api.get("/api/v1/approvals/" + approval).is(200).text("/status");
    }
}
