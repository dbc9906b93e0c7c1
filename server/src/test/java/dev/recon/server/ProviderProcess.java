package dev.recon.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A certified provider of OpenID Connect, as a process of its own.
record ProviderProcess(Process process, String issuer) implements AutoCloseable {
    static final String BACK = "http://localhost:8080/sign-on";

    private static final Path WEB = Contract.root().resolve("web");
    private static final String ISSUER = "issuer ";
    private static final int HOPS_MAX = 10;

    static boolean isInstalled() {
        return Files.isDirectory(WEB.resolve("node_modules/oidc-provider"));
    }

    static ProviderProcess start() throws IOException {
        Process process =
                new ProcessBuilder("node", "journeys/provider.mjs", BACK)
                        .directory(WEB.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader out = process.inputReader();
        for (String line; (line = out.readLine()) != null; ) {
            if (line.startsWith(ISSUER)) {
                return new ProviderProcess(process, line.substring(ISSUER.length()));
            }
        }
        throw new IOException("the provider did not start");
    }

    /// The settings of a server that knows this provider.
    Map<String, String> settings() {
        return Map.of(
                "PUBLIC_URL", "http://localhost:8080/",
                "OIDC_ISSUER", issuer,
                "OIDC_CLIENT_ID", "recon",
                "OIDC_CLIENT_SECRET", "a secret that only the tests know",
                "OIDC_ROLES", "finance=analyst,recon-admins=admin");
    }

    /// Goes where a server sends a browser, as this person, and gives what comes back.
    Map<String, String> visit(String person, String location) throws Exception {
        try (HttpClient browser = browser()) {
            return visit(browser, person, location);
        }
    }

    /// The same with a browser that stays signed in there.
    Map<String, String> visit(HttpClient browser, String person, String location) throws Exception {
        ask(browser, issuer + "/next?person=" + person);
        String at = location;
        for (int hop = 0; hop < HOPS_MAX && !at.startsWith(BACK); hop++) {
            HttpResponse<String> answer = ask(browser, at);
            at =
                    answer.headers()
                            .firstValue("Location")
                            .map(URI.create(at)::resolve)
                            .orElseThrow(() -> new AssertionError(answer.body()))
                            .toString();
        }
        Map<String, String> brought = new HashMap<>();
        for (String pair : URI.create(at).getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            brought.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
        }
        return brought;
    }

    /// Signs out there: the provider tells the server that it heard of.
    void signOut(HttpClient browser, String logoutAddress) throws Exception {
        ask(browser, issuer + "/logout-to?address=" + logoutAddress);
        String form = ask(browser, issuer + "/session/end").body();
        Matcher secret = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"").matcher(form);
        if (!secret.find()) {
            throw new AssertionError(form);
        }
        HttpRequest confirm =
                HttpRequest.newBuilder(URI.create(issuer + "/session/end/confirm"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout=yes&xsrf=" + secret.group(1)))
                        .build();
        browser.send(confirm, HttpResponse.BodyHandlers.ofString());
    }

    /// From now on somebody is in these groups.
    void setGroups(String person, String... groups) throws Exception {
        try (HttpClient browser = browser()) {
            String all = String.join("&group=", groups);
            ask(
                    browser,
                    issuer + "/groups?person=" + person + (all.isEmpty() ? "" : "&group=" + all));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpResponse<String> ask(HttpClient browser, String address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
