package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Browsers that sign on at a provider.
record SignOnBrowsers(ProviderProcess provider, Api api) {
    static final String ROOT = "/api/v1/sign-in/provider";

    private static final String COOKIE = "__Host-so";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A browser on its way: where it is sent, and its cookie.
    record Sent(String location, String cookie) {}

    /// The whole way, as this person.
    Api.Answer signOn(String person, Map<String, String> wish) throws Exception {
        Sent sent = send(wish);
        return back(provider.visit(person, sent.location), sent.cookie);
    }

    Sent send(Map<String, String> wish) {
        Api.Answer sent = api.post(ROOT, wish).is(200);
        assertThat(sent.headers().getOrDefault("set-cookie", List.of()))
                .singleElement()
                .asString()
                .contains("HttpOnly", "Secure", "SameSite=Strict");
        return new Sent(sent.text("/location"), Browser.cookie(sent, COOKIE, ""));
    }

    Api.Answer back(Map<String, String> brought, String cookie) {
        Map<String, String> body =
                Map.of(
                        "state", brought.getOrDefault("state", ""),
                        "code", brought.getOrDefault("code", ""),
                        "issuer", brought.getOrDefault("iss", ""));
        return api.send(
                api.request(ROOT + "/return")
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }
}
