package dev.recon.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.platform.Home;
import dev.recon.server.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose key it is that signs the history.
class ChainKeyTest {
    @Test
    void allServersOfAnInstallationHaveTheSame(@TempDir Path one, @TempDir Path two)
            throws IOException {
        assertThat(publicKey(one, "the pepper of all"))
                .isEqualTo(publicKey(two, "the pepper of all"))
                .isNotEqualTo(publicKey(two, "another pepper"));
    }

    @Test
    void aHomeOfAnEarlierReleaseKeepsItsOwn(@TempDir Path home) throws IOException {
        String derived = publicKey(home, "a pepper");
        Files.writeString(home.resolve("audit.key"), "A".repeat(43) + "=\n");

        String own = publicKey(home, "a pepper");

        assertThat(own).isNotEqualTo(derived).isEqualTo(publicKey(home, "another pepper"));
    }

    private static String publicKey(Path folder, String pepper) throws IOException {
        try (Home home = Home.open(folder)) {
            Secrets secrets = new Secrets("signs what is handed out", Optional.empty(), pepper);
            return new ChainKey(secrets, home).publicKey();
        }
    }
}
