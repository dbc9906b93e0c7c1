package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What strangers speak with: the ingress controller, as it is configured (S17). How it then
/// behaves takes a cluster to see.
class EdgeTest {
    @Test
    void itSpeaksNoOldTlsNamesNoVersionAndTakesNoSnippets() throws IOException {
        Tree controller =
                Tree.document(Repository.read("infrastructure/helm/ingress-nginx.yaml"))
                        .at("controller");
        Tree entries = controller.at("config", "entries");

        assertThat(entries.at("ssl-protocols").text().split(" "))
                .containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
        assertThat(entries.at("server-tokens").text()).isEqualTo("false");
        assertThat(entries.at("hsts").text()).isEqualTo("true");
        assertThat(Integer.parseInt(entries.at("hsts-max-age").text()))
                .isGreaterThanOrEqualTo(365 * 24 * 3600);
        assertThat(controller.at("enableSnippets").text()).isEqualTo("false");
    }
}
