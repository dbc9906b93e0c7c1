package dev.recon.server;

import java.util.Map;
import java.util.function.Supplier;

/// How a program gets into a server: its first administrator by the link that it printed, or who
/// signs in to it later, makes a key with all that they may.
final class FirstKey {
    static final String PASSWORD = "plover anvil quartz 7 tundra";

    /// Servers that share a database share it, or no password opens both.
    static final String PEPPER = "what every server of a test hashes with";

    /// The least that a server takes: tests sign in hundreds of times.
    static final String COST = "10";

    static final String ADMIN = "ada@example.com";

    private FirstKey() {}

    /// The same server with a key; `link` is asked only while nobody has an account.
    static Api in(Api api, Supplier<String> link) {
        boolean open = api.get("/api/v1/setup").is(200).json().get("open").asBoolean();
        Api.Answer door = open ? setUp(api, link.get()) : signIn(api);
        Api admin = api.as(door.is(200).text("/accessToken"));
        Object may = admin.get("/api/v1/me").is(200).json().get("permissions");
        Api.Answer made =
                admin.post("/api/v1/api-keys", Map.of("name", "tests", "scopes", may)).is(201);
        return api.as(made.text("/key"));
    }

    static Api.Answer setUp(Api api, String link) {
        return api.post(
                "/api/v1/setup",
                Map.of(
                        "token",
                        link.substring(link.indexOf('#') + 1),
                        "name",
                        "Ada Admin",
                        "email",
                        ADMIN,
                        "password",
                        PASSWORD));
    }

    private static Api.Answer signIn(Api api) {
        return api.post("/api/v1/sign-in", Map.of("email", ADMIN, "password", PASSWORD));
    }
}
