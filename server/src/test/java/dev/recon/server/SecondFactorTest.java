package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.People.Browser;
import dev.recon.server.secret.TestCodes;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One-time codes and the codes for the day when the phone is lost.
class SecondFactorTest {
    private final People people = People.shared();
    private final TestServer server = people.server();
    private final String email = People.address("ada");
    private final Browser admin = people.newcomer(email);

    @Test
    void aCodeIsAskedForOnceItIsProvedAndWorksOnce() {
        String secret = begin();
        assertThat(people.signIn(email, People.PASSWORD).is(200).text("/type"))
                .as("not before it is proved")
                .isEqualTo("signed-in");
        confirm("000000".equals(TestCodes.code(secret, 0)) ? "111111" : "000000").is(422);
        String first = TestCodes.code(secret, 0);
        confirm(first).is(200);

        String challenge = challenge();

        assertThat(prove(challenge, first).is(401).text("/type"))
                .as("the code that proved the app was used")
                .isEqualTo("/problems/sign-in-refused");
        String next = TestCodes.code(secret, 1);
        assertThat(prove(challenge, next).is(200).text("/me/secondFactor")).isEqualTo("totp");
        prove(challenge, next).is(401);
        prove(challenge(), next).is(401);
    }

    @Test
    void aRecoveryCodeWorksOnceHoweverItIsTyped() {
        String secret = begin();
        List<String> codes =
                confirm(TestCodes.code(secret, 0))
                        .is(200)
                        .json()
                        .get("codes")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        String typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        Api.Answer in = prove(challenge(), typed).is(200);

        assertThat(in.json().at("/me/recoveryCodes").asInt()).isEqualTo(9);
        prove(challenge(), codes.getFirst()).is(401);
        Api api = Browser.of(server.api(), in).api();
        assertThat(renew(api).is(200).json().get("codes")).hasSize(10);
        prove(challenge(), codes.get(1)).is(401);
    }

    @Test
    void aSignInEndsWhosePasswordIsChangedBeforeItsCodeComes() {
        String secret = begin();
        confirm(TestCodes.code(secret, 0)).is(200);
        String challenge = challenge();

        admin.api()
                .post(
                        "/api/v1/me/password",
                        Map.of("current", People.PASSWORD, "password", "plover anvil quartz"))
                .is(204);

        prove(challenge, TestCodes.code(secret, 1)).is(401);
    }

    @Test
    void aCodeProvesTheSeedThatItIsOfAndNoOtherThatWasBegunMeanwhile() throws Exception {
        String secret = begin();
        try (Connection other = TestDatabase.connect(server.owner());
                Statement change = other.createStatement();
                ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            change.execute("SELECT id FROM account FOR UPDATE");
            Future<Api.Answer> late = tabs.submit(() -> confirm(TestCodes.code(secret, 0)));
            Faults.await("it was right and waits", Duration.ofSeconds(30), this::doesAnybodyWait);
            change.execute("UPDATE account SET totp_seed = '\\x00' WHERE email = '" + email + "'");
            other.commit();

            assertThat(late.get().is(409).text("/type")).isEqualTo("/problems/conflict");
        }
        assertThat(people.signIn(email, People.PASSWORD).is(200).text("/type"))
                .isEqualTo("signed-in");
    }

    private boolean doesAnybodyWait() {
        return TestDatabase.doesAnybodyWait(server.owner());
    }

    @Test
    void codesCannotBeGuessed() {
        begin();
        String secret = begin();
        confirm(TestCodes.code(secret, 0)).is(200);
        for (int guess = 0; guess < 5; guess++) {
            prove(challenge(), "guess " + guess).is(401);
        }

        prove(challenge(), TestCodes.code(secret, 1)).is(429);
    }

    @Test
    void anAdminTakesItOffWhoeverLostItAndThePasswordIsAskedForToChangeOnesOwn() {
        String bobs = People.address("bob");
        Browser bob = people.join(admin, bobs, "viewer");
        String secret =
                bob.api()
                        .post("/api/v1/me/totp", Map.of("password", People.PASSWORD))
                        .is(200)
                        .text("/secret");
        String code = TestCodes.code(secret, 0);
        bob.api().post("/api/v1/me/totp/confirm", Map.of("code", code)).is(200);
        bob.api().post("/api/v1/me/totp/remove", Map.of("password", "wrong")).is(401);
        String id = bob.api().get("/api/v1/me").is(200).text("/person/id");

        admin.api().post("/api/v1/people/" + id + "/second-factor/remove", Map.of()).is(204);

        bob.api().get("/api/v1/me").is(401);
        assertThat(people.signIn(bobs, People.PASSWORD).is(200).text("/type"))
                .isEqualTo("signed-in");
    }

    private String begin() {
        Api.Answer begun =
                admin.api().post("/api/v1/me/totp", Map.of("password", People.PASSWORD)).is(200);
        assertThat(begun.text("/uri"))
                .startsWith("otpauth://totp/Recon%3A" + email.replace("@", "%40") + "?secret=");
        return begun.text("/secret");
    }

    private Api.Answer confirm(String code) {
        return admin.api().post("/api/v1/me/totp/confirm", Map.of("code", code));
    }

    private String challenge() {
        Api.Answer due = people.signIn(email, People.PASSWORD).is(200);
        assertThat(due.text("/type")).isEqualTo("second-factor-due");
        assertThat(due.headers()).doesNotContainKey("set-cookie");
        return due.text("/challenge");
    }

    private Api.Answer prove(String challenge, String code) {
        return server.api()
                .post(
                        "/api/v1/sign-in/second-factor",
                        Map.of("challenge", challenge, "code", code));
    }

    private Api.Answer renew(Api api) {
        return api.post("/api/v1/me/recovery-codes", Map.of("password", People.PASSWORD));
    }
}
