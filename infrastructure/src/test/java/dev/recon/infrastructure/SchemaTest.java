package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every object passes the schema of every supported Kubernetes.
class SchemaTest {
    /// Kinds of operators: their schemas come with their charts, which are not to be had here.
    private static final Set<String> OF_OPERATORS =
            Set.of(
                    "ClusterIssuer",
                    "Issuer",
                    "Certificate",
                    "ServiceMonitor",
                    "PodMonitor",
                    "PrometheusRule",
                    "Elasticsearch",
                    "Kibana",
                    "Schedule",
                    "Cluster",
                    "Gateway",
                    "HTTPRoute",
                    "ExternalSecret",
                    "ClusterImagePolicy");

    @ParameterizedTest
    @ValueSource(strings = {"1.33", "1.34", "1.35", "1.36"})
    void everyObjectPassesTheSchema(String version) throws IOException {
        List<String> faults = new ArrayList<>();
        try (StrictSchema schema = StrictSchema.of(version)) {
            for (Overlay overlay : Overlay.all()) {
                overlay.manifests().stream()
                        .filter(StrictSchema::knows)
                        .forEach(it ->
                                schema.fault(it)
                                        .map(fault -> it.title() + ": " + fault)
                                        .ifPresent(faults::add));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyOtherKindBelongsToAnOperatorThatWeInstall() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.manifests())
                    .filteredOn(it -> !StrictSchema.knows(it))
                    .allSatisfy(it -> assertThat(OF_OPERATORS).contains(it.kind()));
        }
    }

    @Test
    void aWrongFieldAMissingOneAndAWrongTypeAreSeen() throws IOException {
        String right =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: backend}
                spec: {ports: [{port: 8080}]}
                """;
        try (StrictSchema schema = StrictSchema.of("1.36")) {
            assertThat(fault(schema, right)).isEmpty();
            assertThat(fault(schema, right.replace("port:", "prot:"))).contains("prot");
            assertThat(fault(schema, right.replace("spec:", "specs:"))).contains("specs");
            assertThat(fault(schema, right.replace("[{port: 8080}]", "8080")))
                    .contains("JsonArray");
        }
    }

    private static String fault(StrictSchema schema, String text) {
        return schema.fault(new Manifest(Tree.document(text))).orElse("");
    }
}
