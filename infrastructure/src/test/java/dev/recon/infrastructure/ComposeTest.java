package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The one machine gets what the cluster gets.
class ComposeTest {
    private static final String FILE = "infrastructure/docker/compose.yaml";

    @Test
    void versionsAreThoseOfTheCluster() throws IOException {
        Tree services = Tree.document(Repository.read(FILE)).at("services");
        for (String name : new String[] {"postgres", "redis"}) {
            Tree pod = Overlay.of("production").get("Deployment", name).podSpec().orElseThrow();
            assertThat(services.at(name, "image"))
                    .isEqualTo(pod.at("containers").named(name).at("image"));
        }
    }

    @Test
    void everyFileThatIsMountedOrBuiltFromIsThere() throws IOException {
        Tree services = Tree.document(Repository.read(FILE)).at("services");
        for (Map.Entry<String, Tree> service : services.map().entrySet()) {
            for (String volume : service.getValue().at("volumes").texts()) {
                if (volume.startsWith(".")) {
                    String path = volume.split(":", -1)[0];
                    assertThat(Repository.path("infrastructure/docker").resolve(path)).exists();
                }
            }
            Tree dockerfile = service.getValue().at("build", "dockerfile");
            if (dockerfile.isPresent()) {
                assertThat(Repository.path(dockerfile.text())).exists();
            }
        }
    }

    @Test
    void imagesHaveNoShellAndNoRoot() throws IOException {
        for (String part : new String[] {"backend", "frontend"}) {
            String file = Repository.read("infrastructure/docker/Dockerfile." + part);
            String last = file.substring(file.lastIndexOf("\nFROM "));
            assertThat(last)
                    .startsWith("\nFROM scratch\n")
                    .contains("\nUSER ")
                    .doesNotContain("RUN");
            assertThat(last).doesNotContain("USER 0").doesNotContain("root\n");
        }
    }
}
