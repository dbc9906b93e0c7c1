package dev.recon.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the environment may say, and what is said of what it may not.
class SettingsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void anEmptyEnvironmentIsEnough() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().address()).isEqualTo("127.0.0.1");
        assertThat(settings.home()).isAbsolute().hasFileName(".recon");
        assertThat(settings.isEmbedded()).isTrue();
        assertThat(settings.metrics().enabled()).isFalse();
        assertThat(settings.secrets().passwordCost()).isEqualTo(12);
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "16", "high"})
    void theCostOfAPasswordHasBounds(String cost) {
        assertThatThrownBy(() -> Settings.from(Map.of("PASSWORD_COST", cost)))
                .hasMessage("PASSWORD_COST is \"" + cost + "\"; expected a number from 10 to 15.");
    }

    @Test
    void ourOwnNameOfThePortWins() {
        Settings settings = Settings.from(Map.of("PORT", "9000", "RECON_PORT", "0"));

        assertThat(settings.http().port()).isZero();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Map<String, String> wrong =
                Map.of(
                        "PORT", "http",
                        "ENABLE_CACHING", "yes",
                        "CACHE_TTL", "0",
                        "ROLE", "boss",
                        "DB_POOL_SIZE", "60",
                        "DB_MAX_CONNECTIONS", "50",
                        "OTEL_TRACES_SAMPLER_ARG", "10 %",
                        "CORS_ORIGIN", "*",
                        "SMTP_HOST", "mail",
                        "OIDC_ISSUER", "https://login");

        assertThatThrownBy(() -> Settings.from(wrong))
                .hasMessageStartingWith("The configuration has 10 faults:")
                .hasMessageContaining("PORT is \"http\"; expected a number from 0 to 65535.")
                .hasMessageContaining("ENABLE_CACHING is \"yes\"; expected true or false.")
                .hasMessageContaining("CACHE_TTL is \"0\"; expected a number from 1 to 604800.")
                .hasMessageContaining("ROLE is \"boss\"; expected one of all, web, worker.")
                .hasMessageContaining("DB_POOL_SIZE is 60, more than DB_MAX_CONNECTIONS")
                .hasMessageContaining("OTEL_TRACES_SAMPLER_ARG is \"10 %\"; expected a number from")
                .hasMessageContaining("CORS_ORIGIN is \"*\"; expected origins")
                .hasMessageContaining("SMTP_FROM is missing")
                .hasMessageContaining("OIDC_ISSUER needs");
    }

    @Test
    void theContractsFormOfEachAddressIsTaken() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "DATABASE_URL",
                                "postgresql://user:password@postgres:5432/reconciliation_db",
                                "REDIS_URL",
                                "redis://redis:6379",
                                "CORS_ORIGIN",
                                "https://a.example, http://[::1]:8080",
                                "CACHE_TTL",
                                "60"));

        assertThat(settings.isEmbedded()).isFalse();
        assertThat(settings.redis().url()).hasToString("Optional[redis://redis:6379]");
        assertThat(settings.http().corsOrigins())
                .containsExactly("https://a.example", "http://[::1]:8080");
        assertThat(settings.cache().timeToLive()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your-super-secret-jwt-key",
                "password",
                "ChangeMe",
                "<secret>",
                "REPLACE_ME",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void aSecretThatEverybodyKnowsIsRefused(String placeholder) {
        for (String name : new String[] {"JWT_SECRET", "PASSWORD_PEPPER", "REDIS_PASSWORD"}) {
            assertThatThrownBy(() -> Settings.from(Map.of(name, placeholder)))
                    .hasMessageContaining(name + " is a placeholder")
                    .hasMessageNotContaining(placeholder);
        }
    }

    @Test
    void aKeyThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> Settings.from(Map.of("JWT_SECRET", "tiger7")))
                .hasMessageStartingWith("JWT_SECRET has 6 bytes; expected at least 32.")
                .hasMessageNotContaining("tiger7");
    }

    @Test
    void aSecretMayStandInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("jwt"), KEY + "\n");

        assertThat(Settings.from(Map.of("JWT_SECRET_FILE", file.toString())).secrets().jwt())
                .contains(KEY);
        assertThatThrownBy(() -> Settings.from(Map.of("JWT_SECRET_FILE", "/no/such/file")))
                .hasMessage("JWT_SECRET_FILE names /no/such/file, which cannot be read.");
    }

    @Test
    void aNameThatIsNearlyOneIsAWarning() {
        Settings settings =
                Settings.from(
                        Map.of("DB_POOLSIZE", "3", "REDIS_URLS", "x", "HOME", "/", "PATH", "/bin"));

        assertThat(settings.warnings())
                .containsExactly(
                        "DB_POOLSIZE is not read. Did you mean DB_POOL_SIZE?",
                        "REDIS_URLS is not read. Did you mean REDIS_URL?");
    }

    @Test
    void whatIsSecretIsNotPrinted() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "JWT_SECRET", KEY,
                                "PASSWORD_PEPPER", KEY,
                                "REDIS_URL", "redis://me:planted-1@redis",
                                "REDIS_PASSWORD", "planted-2",
                                "SMTP_PASSWORD", "planted-3",
                                "OIDC_CLIENT_SECRET", "planted-4",
                                "DATABASE_URL", "postgres://me:planted-5@db/recon"));

        assertThat(settings.toString()).doesNotContain("planted").doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://db/recon, jdbc:postgresql://db/recon",
        "postgresql://me@db:5433/recon, jdbc:postgresql://db:5433/recon?user=me",
        "postgres://me:a%26b@db/recon?sslmode=require,"
                + " jdbc:postgresql://db/recon?user=me&password=a%26b&sslmode=require",
        "jdbc:postgresql://db/recon, jdbc:postgresql://db/recon"
    })
    void aDatabaseIsNamedAsPeopleDo(String url, String jdbc) {
        assertThat(DatabaseUrl.toJdbc(url)).isEqualTo(jdbc);
    }

    @Test
    void aWrongAddressIsNotRepeatedBecauseItMayHoldAPassword() {
        for (String name : new String[] {"DATABASE_URL", "ENGINE_DATABASE_URL", "REDIS_URL"}) {
            assertThatThrownBy(() -> Settings.from(Map.of(name, "mysql://me:tiger@db/recon")))
                    .hasMessageContaining(name + " is not understood")
                    .hasMessageNotContaining("tiger");
        }
    }
}
