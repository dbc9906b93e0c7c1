package dev.recon.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.server.platform.Problem;
import dev.recon.server.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How passwords are kept, which are refused, and what is sealed.
class PasswordsTest {
    private static final Secrets SECRETS = new Secrets("a".repeat(43), Optional.empty(), "pepper");
    private static final Map<String, String> CHEAP = Map.of("PASSWORD_COST", "10");

    @Test
    void everyCharacterOfALongPasswordCounts() {
        Passwords passwords = passwords(SECRETS, Map.of());
        String start = "correct horse battery staple ".repeat(4).substring(0, 100);
        String hash = passwords.hash(start + "A");

        assertThat(passwords.matches(start + "A", Optional.of(hash))).isTrue();
        assertThat(passwords.matches(start + "B", Optional.of(hash))).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
        assertThat(passwords.isOutdated(hash.replace("$12$", "$10$"))).isTrue();
        assertThat(hash).startsWith("{bcrypt-hmac-1}$2a$12$").doesNotContain("correct");
    }

    @Test
    void withoutThePepperAHashIsWorthNothing() {
        String hash = passwords(SECRETS, CHEAP).hash("plover anvil quartz");
        Secrets others = new Secrets("a".repeat(43), Optional.empty(), "salt");

        assertThat(passwords(others, CHEAP).matches("plover anvil quartz", Optional.of(hash)))
                .isFalse();
    }

    @Test
    void aHashOfAnotherCostStillOpensAndIsMadeAnew() {
        String cheap = passwords(SECRETS, CHEAP).hash("plover anvil quartz");
        Passwords dearer = passwords(SECRETS, Map.of("PASSWORD_COST", "11"));

        assertThat(dearer.matches("plover anvil quartz", Optional.of(cheap))).isTrue();
        assertThat(dearer.isOutdated(cheap)).isTrue();
        assertThat(passwords(SECRETS, CHEAP).isOutdated(cheap)).isFalse();
    }

    private static Passwords passwords(Secrets secrets, Map<String, String> environment) {
        return new Passwords(secrets, Settings.from(environment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "Password1", "qwertyuiop", "12345678", "letmein123", "adaadmin",
                "ada@example.com", "iloveyou1", "football", "aaaaaaaaaaaa", "P@ssw0rd", "short",
                "monkey123", "abcdefgh"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThatThrownBy(() ->
                        new PasswordRules()
                                .require("#/p", password, List.of("ada", "ada@example.com")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("password");
    }

    @Test
    void noKindOfCharacterIsAskedFor() {
        PasswordRules rules = new PasswordRules();

        assertThatCode(() -> rules.require("#/p", "plover anvil quartz", List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> rules.require("#/p", "häufig Ölwürfel tanzen", List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        rules.require(
                                "#/p",
                                "plover anvil 7 quartz tundra kelp ".repeat(4).substring(0, 128),
                                List.of()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        rules.require(
                                "#/p",
                                "plover anvil 7 quartz tundra kelp ".repeat(4).substring(0, 128)
                                        + "x",
                                List.of()))
                .hasMessageContaining("8 to 128");
    }

    @Test
    void whatIsSealedOpensForItsOwnerOnly() {
        Seal seal = new Seal(SECRETS);
        UUID owner = UUID.randomUUID();
        byte[] sealed = seal.close(owner, new byte[] {1, 2, 3});

        assertThat(seal.open(owner, sealed)).containsExactly(1, 2, 3);
        assertThat(seal.close(owner, new byte[] {1, 2, 3})).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(owner, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMarkIsForOneAccountAndATime() {
        DeviceMarks marks = new DeviceMarks(SECRETS);
        var now = java.time.Instant.ofEpochSecond(1_800_000_000);
        String mark = marks.make("ada@example.com", now);

        assertThat(marks.find("ada@example.com", mark, now)).isPresent();
        assertThat(marks.find("bob@example.com", mark, now)).isEmpty();
        assertThat(marks.find("ada@example.com", mark, now.plus(DeviceMarks.LIFETIME))).isEmpty();
        assertThat(marks.find("ada@example.com", "x" + mark, now)).isEmpty();
        assertThat(marks.find("ada@example.com", "../../etc", now)).isEmpty();
    }
}
