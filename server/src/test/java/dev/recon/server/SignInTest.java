package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.access.Client;
import dev.recon.server.access.SignInGuard;
import dev.recon.server.platform.Problem;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Who guesses is slowed down, learns nothing, and keeps nobody else out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private final TestServer server = TestServer.fresh(Map.of("PASSWORD_COST", FirstKey.COST));
    private final People people = new People(server);
    private final People.Browser first = people.admin();

    /// Of each test its own, as if nobody had come before.
    private String email = "";

    private People.Browser admin = first;

    @BeforeEach
    void begin() {
        server.owner().sql("DELETE FROM sign_in_attempt").update();
        email = People.address("ada");
        admin = people.join(first, email, "admin");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theRightPasswordOpensWhateverTheCaseOfTheAddress() {
        Api.Answer answer =
                people.signIn(" " + email.toUpperCase(Locale.ROOT) + " ", People.PASSWORD).is(200);

        assertThat(answer.text("/me/email")).isEqualTo(email);
        assertThat(answer.headers().get("set-cookie"))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("__Host-")
                                .contains("Path=/", "HttpOnly", "Secure", "SameSite=Strict")
                                .doesNotContain("Domain"));
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAfterTheSameTime() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            known.add(timed(email, said));
            unknown.add(timed("nobody@example.com", said));
        }

        assertThat(said.stream().distinct()).hasSize(1);
        assertThat(median(unknown)).isGreaterThan(median(known) / 2);
        assertThat(median(unknown)).isLessThan(median(known) * 2);
        assertThat(median(known)).as("a hash was made").isGreaterThan(50);
    }

    @Test
    void whoGuessesHasToWaitAndTheOwnerHasNot() {
        for (int attempt = 0; attempt < 5; attempt++) {
            people.signIn(email, "wrong guess " + attempt).is(401);
        }

        Api.Answer refused = people.signIn(email, People.PASSWORD).is(429);

        assertThat(refused.text("/type")).isEqualTo("/problems/too-many-attempts");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 900);
        people.signIn(email, People.PASSWORD, Optional.of(admin.cookies())).is(200);
        people.signIn("nobody@example.com", "whatever it is").is(401);
    }

    @Test
    void whoIsUnknownHasToWaitJustTheSame() {
        for (int attempt = 0; attempt < 5; attempt++) {
            people.signIn("nobody@example.com", "wrong guess " + attempt).is(401);
        }

        people.signIn("nobody@example.com", "wrong guess").is(429);
    }

    @Test
    void aHundredGuessesAtOnceAreNotMoreThanFive() throws Exception {
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int guess = 0; guess < 100; guess++) {
            String password = "wrong guess " + guess;
            guesses.add(() -> people.signIn(email, password).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : threads.invokeAll(guesses)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void oneAddressCannotTryOnePasswordOnManyAccounts() {
        SignInGuard guard = server.bean(SignInGuard.class);
        Client client = new Client("203.0.113.7", "test", Optional.empty());
        for (int account = 0; account < 50; account++) {
            guard.begin("person" + account + "@example.com", client);
        }

        assertThatThrownBy(() -> guard.begin("another@example.com", client))
                .isInstanceOf(Problem.class);
        Client elsewhere = new Client("203.0.113.8", "test", Optional.empty());
        assertThat(guard.begin("another@example.com", elsewhere).counted()).isNotEmpty();
    }

    @Test
    void manyAddressesSlowOneAccountDownByAMinuteAtMost() {
        SignInGuard guard = server.bean(SignInGuard.class);
        for (int address = 0; address < 20; address++) {
            guard.begin("ada@x", new Client("203.0.113." + address, "test", Optional.empty()));
        }
        Client another = new Client("198.51.100.1", "test", Optional.empty());

        assertThatThrownBy(() -> guard.begin("ada@x", another))
                .isInstanceOfSatisfying(
                        Problem.class,
                        late ->
                                assertThat(late.retryAfter().orElseThrow())
                                        .isLessThanOrEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void aPasswordThatIsChangedWhileItIsTriedOpensNothingAndDoesNotComeBack() throws Exception {
        // Its hash is one of those that are made anew when the password is known.
        server.owner()
                .sql(
                        """
                        UPDATE account SET password_hash = replace(password_hash, '$2a$', '$2b$')
                        WHERE email = :email
                        """)
                .param("email", email)
                .update();
        try (Connection other = TestDatabase.connect(server.owner());
                Statement change = other.createStatement();
                ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            change.execute("SELECT id FROM account FOR UPDATE");
            Future<Api.Answer> late = tabs.submit(() -> people.signIn(email, People.PASSWORD));
            Faults.await("it was right and waits", Duration.ofSeconds(30), this::doesAnybodyWait);
            change.execute(
                    "UPDATE account SET password_hash = 'another',"
                            + " tokens_version = tokens_version + 1 WHERE email = '"
                            + email
                            + "'");
            other.commit();

            assertThat(late.get().is(401).text("/type")).isEqualTo("/problems/sign-in-refused");
        }
        assertThat(
                        server.owner()
                                .sql("SELECT password_hash FROM account WHERE email = :email")
                                .param("email", email)
                                .query(String.class)
                                .single())
                .isEqualTo("another");
    }

    private boolean doesAnybodyWait() {
        return TestDatabase.doesAnybodyWait(server.owner());
    }

    @Test
    void nothingOfAPasswordOrATokenIsInTheDatabase() {
        String dump =
                server.owner()
                        .sql(
                                """
                                SELECT query_to_xml('SELECT * FROM account', true, false, '')::text
                                    || query_to_xml('SELECT * FROM session', true, false, '')::text
                                    || query_to_xml('TABLE one_time_link', true, false, '')::text
                                    || query_to_xml('TABLE audit_event', true, false, '')::text
                                """)
                        .query(String.class)
                        .single();

        assertThat(dump)
                .contains("{bcrypt-hmac-1}$2a$" + FirstKey.COST + "$")
                .doesNotContain(People.PASSWORD)
                .doesNotContain(admin.api().credential());
    }

    private long timed(String email, List<String> said) {
        long begun = System.nanoTime();
        Api.Answer answer = people.signIn(email, "not the password").is(401);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        said.add(answer.body().replaceAll("\"traceId\":\"[^\"]*\"", ""));
        return millis;
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }
}
