package dev.recon.server;

import java.util.List;
import java.util.Map;

/// Changes roles and members as they were read: with the version that was read just before, or with
/// one that was read earlier.
final class AsRead {
    private AsRead() {}

    static Api.Answer changeRole(Api api, String role, List<String> permissions) {
        return changeRole(api, role, roleVersion(api, role), permissions);
    }

    static Api.Answer changeRole(Api api, String role, int version, List<String> permissions) {
        Map<String, Object> body = Map.of("permissions", permissions);
        return api.put("/api/v1/roles/" + role, body, ifMatch(version));
    }

    static int roleVersion(Api api, String role) {
        return api.get("/api/v1/roles")
                .is(200)
                .json()
                .get("roles")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(role))
                .findFirst()
                .orElseThrow()
                .get("version")
                .asInt();
    }

    static Api.Answer setMembers(Api api, String reconciliation, List<String> people) {
        int version = api.get(members(reconciliation)).is(200).json().get("version").asInt();
        return setMembers(api, reconciliation, version, people);
    }

    static Api.Answer setMembers(Api api, String reconciliation, int version, List<String> people) {
        return api.put(members(reconciliation), Map.of("people", people), ifMatch(version));
    }

    static String members(String reconciliation) {
        return "/api/v1/reconciliations/" + reconciliation + "/members";
    }

    private static Map<String, String> ifMatch(int version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }
}
