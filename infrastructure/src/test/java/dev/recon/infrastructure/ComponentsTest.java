package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an operator may add to an overlay goes together with it.
class ComponentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway-api",
                "tracing",
                "external-secrets",
                "verify-images",
                "user-namespaces",
                "guide-compat",
                "split-migrations",
                "pgbouncer",
                "backup-ship",
                "fetching",
                "velero",
                "worker"
            })
    void aComponentPassesSchemaAndPolicy(String component) throws IOException {
        List<Manifest> manifests = Overlay.with(component).manifests();
        try (StrictSchema schema = StrictSchema.of("1.36")) {
            assertThat(manifests)
                    .filteredOn(StrictSchema::knows)
                    .allSatisfy(it -> assertThat(schema.fault(it)).as(it.title()).isEmpty());
        }
        assertThat(manifests)
                .filteredOn(it -> it.podSpec().isPresent())
                .filteredOn(it -> it.namespace().equals("reconciliation"))
                .flatExtracting(PodPolicy::faults)
                .isEmpty();
        assertThat(manifests)
                .filteredOn(it -> !it.kind().equals("Namespace"))
                .allSatisfy(it -> assertThat(it.labels()).containsEntry("app", "reconciliation"));
    }

    /// What a connection was told of its workspace must not reach the request of another.
    @Test
    void thePoolerGivesAConnectionToOneSessionAtATime() throws IOException {
        assertThat(Repository.read("infrastructure/kubernetes/components/pgbouncer/pgbouncer.ini"))
                .containsPattern("(?m)^pool_mode = session$")
                .containsPattern("(?m)^server_reset_query = DISCARD ALL$");
    }

    @Test
    void theGatewayTakesThePlaceOfTheIngresses() throws IOException {
        assertThat(Overlay.with("gateway-api").manifests())
                .noneMatch(it -> it.kind().equals("Ingress"))
                .filteredOn(it -> it.kind().equals("HTTPRoute"))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrder("web", "api", "ws");
    }

    @Test
    void splitMigrationsTakeTheOwnersPasswordFromTheBackend() throws IOException {
        Manifest backend = Overlay.with("split-migrations").get("Deployment", "backend");
        Tree env = backend.containers().getFirst().at("env");
        assertThat(env.named("MIGRATE_ON_START").at("value").text()).isEqualTo("false");
        assertThat(env.named("MIGRATION_DATABASE_URL").isPresent()).isFalse();
    }
}
