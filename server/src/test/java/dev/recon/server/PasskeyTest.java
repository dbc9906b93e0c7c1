package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import dev.recon.server.secret.TestCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Keys of devices: added by whoever has the password, and then better than it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasskeyTest {
    private static final String MINE = "/api/v1/me/passkeys";
    private static final String SIGN_IN = "/api/v1/sign-in/passkey";
    private static final Map<String, Object> PROOF = Map.of("password", People.PASSWORD);

    private final TestServer server =
            TestServer.fresh(
                    Map.of("PUBLIC_URL", "http://localhost:8080/", "ADMIN_SECOND_FACTOR", "true"));
    private final People people = new People(server);
    private final Browser first = people.admin();
    private final AtomicInteger number = new AtomicInteger();

    /// An admin of each test's own, their address and a key that is not yet theirs.
    private String email = "";

    private Browser admin = first;
    private SoftKey key = new SoftKey();

    @BeforeAll
    void begin() {
        add(first, new SoftKey()).is(201);
    }

    @BeforeEach
    void invite() {
        email = "admin" + number.incrementAndGet() + "@example.com";
        admin = people.join(first, email, "admin");
        key = new SoftKey();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aPasskeyOpensTheDoorAloneAndCountsAsSecondFactor() {
        assertThat(admin.api().get("/api/v1/me").is(200).text("/secondFactor")).isEqualTo("due");
        admin.api().get("/api/v1/people").is(403);

        Api.Answer added = add(key).is(201);

        assertThat(added.json().get("recoveryCodes")).hasSize(10);
        assertThat(admin.api().get("/api/v1/me").is(200).text("/secondFactor"))
                .isEqualTo("passkey");
        assertThat(admin.api().get("/api/v1/people").is(200).body())
                .contains("\"secondFactor\":true");
        Api.Answer asked = ask(Map.of()).is(200);
        assertThat(asked.text("/relyingParty")).isEqualTo("localhost");
        assertThat(asked.json().get("allowed")).isEmpty();
        Api.Answer in = server.api().post(SIGN_IN, key.sign(asked)).is(200);
        assertThat(in.text("/me/email")).isEqualTo(email);
        Api api = Browser.of(server.api(), in).api();
        assertThat(api.get("/api/v1/me/sessions").is(200).body())
                .contains("\"method\":\"passkey\"");
        assertThat(api.get(MINE).is(200).json().at("/items/0/usedAt").isNull()).isFalse();
    }

    @Test
    void afterThePasswordItIsTheSecondFactor() {
        Api.Answer added = add(key).is(201);
        SoftKey foreign = new SoftKey();
        Browser bob = people.join(first, "bob-" + email, "viewer");
        add(bob, foreign).is(201);

        Api.Answer due = people.signIn(email, People.PASSWORD).is(200);

        assertThat(due.text("/type")).isEqualTo("second-factor-due");
        assertThat(due.json().get("methods"))
                .extracting(JsonNode::asString)
                .containsExactly("passkey", "recovery-code");
        Map<String, String> after = Map.of("afterPassword", due.text("/challenge"));
        assertThat(ask(after).is(200).json().get("allowed")).hasSize(1);
        signIn(foreign, after).is(401);
        signIn(key, after).is(200);
        ask(after).is(401);
        String challenge = people.signIn(email, People.PASSWORD).text("/challenge");
        server.api()
                .post(
                        "/api/v1/sign-in/second-factor",
                        Map.of("challenge", challenge, "code", added.text("/recoveryCodes/0")))
                .is(200);
    }

    @Test
    void whatWasNotAskedForHereIsRefused() {
        add(key).is(201);
        Api.Answer asked = ask(Map.of()).is(200);
        Map<String, Object> signed = key.sign(asked);
        server.api().post(SIGN_IN, signed).is(200);
        server.api().post(SIGN_IN, signed).is(401);

        refused(it -> it.origin = "https://localhost:8080");
        refused(it -> it.origin = "http://localhost:8081");
        refused(it -> it.origin = "http://localhost.evil.example:8080");
        refused(it -> it.place = "evil.example");
        refused(it -> it.flags = SoftKey.USER_PRESENT);
        refused(it -> it.flags = SoftKey.USER_VERIFIED);
        // A challenge of another purpose, and one that nobody gave out.
        Api.Answer adding = admin.api().post(MINE + "/challenge", PROOF).is(200);
        server.api().post(SIGN_IN, key.sign(adding)).is(401);
        Map<String, Object> changed = new HashMap<>(key.sign(ask(Map.of())));
        changed.put("signature", key.sign(ask(Map.of())).get("signature"));
        server.api().post(SIGN_IN, changed).is(401);
        // Whose key it is has to be said.
        Map<String, Object> nameless = new HashMap<>(key.sign(ask(Map.of())));
        nameless.remove("userHandle");
        server.api().post(SIGN_IN, nameless).is(401);
        server.api().post(SIGN_IN, Map.of("credentialId", "?")).is(422);
        signIn(key, Map.of()).is(200);
    }

    @Test
    void aCountThatGoesBackIsRefusedAndTold() {
        add(key).is(201);
        signIn(key, Map.of()).is(200);
        int last = key.count;
        key.count = 1;

        signIn(key, Map.of()).is(401);
        key.count = last - 1;
        signIn(key, Map.of()).is(401);

        key.count = last;
        Api api = Browser.of(server.api(), signIn(key, Map.of())).api();
        JsonNode told = api.get("/api/v1/audit-events?action=passkey-refused").is(200).json();
        assertThat(told.get("items")).hasSize(2);
        assertThat(told.at("/items/0/details/because").asString()).isEqualTo("sign-count");
    }

    @Test
    void anAnswerThatIsSentTwiceAtOnceOpensOnce() {
        add(key).is(201);
        Map<String, Object> signed = key.sign(ask(Map.of()));

        List<Integer> statuses =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(_ -> server.api().post(SIGN_IN, signed).status())
                        .toList();

        assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
    }

    @Test
    void whatADeviceMadeForSomethingElseIsNotAdded() {
        add(new SoftKey()).is(201);
        Api.Answer asked = admin.api().post(MINE + "/challenge", PROOF).is(200);
        Browser bob = people.join(first, "bob-" + email, "viewer");
        Map<String, Object> made = key.make(asked, "k");

        bob.api().post(MINE, made).is(422);
        admin.api().post(MINE, made).is(422);
        SoftKey elsewhere = new SoftKey();
        elsewhere.origin = "https://evil.example";
        add(elsewhere).is(422);
        SoftKey unproved = new SoftKey();
        unproved.flags = SoftKey.USER_PRESENT;
        add(unproved).is(422);
        admin.api().post(MINE + "/challenge", Map.of("password", "wrong")).is(401);
        add(key).is(201);
        assertThat(add(bob, key).is(409).text("/type")).isEqualTo("/problems/taken");
    }

    @Test
    void aRemovedKeyOpensNothingAndAnAdminKeepsTheLastFactor() {
        String id = add(key).is(201).text("/passkey/id");
        String path = MINE + "/" + id;
        admin.api().patch(path, Map.of("name", "Blue key"), Map.of()).is(204);
        assertThat(admin.api().get(MINE).is(200).text("/items/0/name")).isEqualTo("Blue key");
        Browser bob = people.join(first, "bob-" + email, "viewer");
        bob.api().post(path + "/remove", PROOF).is(404);
        admin.api().post(path + "/remove", Map.of("password", "wrong")).is(401);

        assertThat(admin.api().post(path + "/remove", PROOF).is(409).text("/type"))
                .isEqualTo("/problems/last-factor");
        signIn(key, Map.of()).is(200);
        addCodes();
        admin.api().post(path + "/remove", PROOF).is(204);

        signIn(key, Map.of()).is(401);
        assertThat(admin.api().post("/api/v1/me/totp/remove", PROOF).is(409).text("/type"))
                .isEqualTo("/problems/last-factor");
        assertThat(admin.api().get("/api/v1/me").is(200).text("/secondFactor")).isEqualTo("totp");
    }

    @Test
    void whoIsDisabledStaysOutAndWhoLostTheKeyIsHelped() {
        add(key).is(201);
        Browser bob = people.join(first, "bob-" + email, "viewer");
        SoftKey his = new SoftKey();
        add(bob, his).is(201);
        String path = "/api/v1/people/" + bob.api().get("/api/v1/me").text("/person/id");
        String version = admin.api().get(path).is(200).header("etag");
        admin.api().patch(path, Map.of("status", "disabled"), Map.of("If-Match", version)).is(200);
        signIn(his, Map.of()).is(401);
        version = admin.api().get(path).is(200).header("etag");
        admin.api().patch(path, Map.of("status", "active"), Map.of("If-Match", version)).is(200);
        signIn(his, Map.of()).is(200);

        admin.api().post(path + "/second-factor/remove", Map.of()).is(204);

        signIn(his, Map.of()).is(401);
        assertThat(people.signIn("bob-" + email, People.PASSWORD).is(200).text("/type"))
                .isEqualTo("signed-in");
    }

    private interface Lie {
        void tell(SoftKey key);
    }

    private void refused(Lie lie) {
        String origin = key.origin;
        String place = key.place;
        int flags = key.flags;
        lie.tell(key);
        signIn(key, Map.of()).is(401);
        key.origin = origin;
        key.place = place;
        key.flags = flags;
    }

    private void addCodes() {
        String secret = admin.api().post("/api/v1/me/totp", PROOF).is(200).text("/secret");
        Map<String, String> code = Map.of("code", TestCodes.code(secret, 0));
        admin.api().post("/api/v1/me/totp/confirm", code).is(200);
    }

    private Api.Answer add(SoftKey made) {
        return add(admin, made);
    }

    private static Api.Answer add(Browser who, SoftKey made) {
        Api.Answer asked = who.api().post(MINE + "/challenge", PROOF).is(200);
        return who.api().post(MINE, made.make(asked, "Key"));
    }

    private Api.Answer ask(Map<String, String> wish) {
        return server.api().post(SIGN_IN + "/challenge", wish);
    }

    private Api.Answer signIn(SoftKey with, Map<String, String> wish) {
        Map<String, Object> signed = new HashMap<>(with.sign(ask(wish).is(200)));
        signed.putAll(wish);
        return server.api().post(SIGN_IN, signed);
    }
}
