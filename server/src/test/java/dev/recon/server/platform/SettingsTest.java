package dev.recon.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the environment may say, and what is said of what it may not.
class SettingsTest {
    @Test
    void anEmptyEnvironmentIsEnough() {
        Settings settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.home()).isAbsolute().hasFileName(".recon");
        assertThat(settings.databaseUrl()).isEmpty();
    }

    @Test
    void ourOwnNameOfThePortWins() {
        assertThat(Settings.from(Map.of("PORT", "9000", "RECON_PORT", "0")).port()).isZero();
    }

    @Test
    void aPortThatIsNoneIsSaidInWords() {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", "http")))
                .hasMessage("PORT is \"http\"; expected a number from 0 to 65535.");
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
        assertThatThrownBy(() -> DatabaseUrl.toJdbc("mysql://me:secret@db/recon"))
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("secret");
    }
}
