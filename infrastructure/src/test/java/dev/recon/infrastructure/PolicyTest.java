package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is deployed is hardened, in every overlay.
class PolicyTest {
    private static final Set<String> RELAXED = Set.of("logging-agent", "monitoring", "velero");

    @Test
    void everyPodOfOursKeepsToThePolicy() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.workloads())
                    .filteredOn(it -> !RELAXED.contains(it.namespace()))
                    .hasSizeGreaterThan(5)
                    .flatExtracting(PodPolicy::faults)
                    .as(overlay.name())
                    .isEmpty();
        }
    }

    @Test
    void theOnlyPodThatReadsTheHostIsTheShipper() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.workloads())
                    .filteredOn(it -> RELAXED.contains(it.namespace()))
                    .extracting(Manifest::title)
                    .isSubsetOf("DaemonSet fluent-bit");
        }
    }

    @Test
    void namespacesWithoutRestrictionAreNamedAndTheOthersEnforceIt() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.ofKind("Namespace"))
                    .allSatisfy(it ->
                            assertThat(it.labels())
                                    .containsEntry(
                                            "pod-security.kubernetes.io/enforce",
                                            RELAXED.contains(it.name())
                                                    ? "privileged"
                                                    : "restricted"));
        }
        assertThat(Overlay.of("production").get("Namespace", "reconciliation").labels())
                .containsEntry("pod-security.kubernetes.io/enforce-version", "v1.33")
                .containsEntry("pod-security.kubernetes.io/audit", "restricted")
                .containsEntry("pod-security.kubernetes.io/warn", "restricted");
    }

    @Test
    void noProbeAsksForAServerThatIsNotInThePod() {
        for (Overlay overlay : Overlay.all()) {
            for (Manifest it : overlay.workloads()) {
                for (Tree container : it.containers()) {
                    boolean asksItself =
                            Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                                    .flatMap(probe ->
                                            container.at(probe, "exec", "command").texts().stream())
                                    .anyMatch("127.0.0.1"::equals);
                    assertThat(asksItself && container.at("ports").list().isEmpty())
                            .as(overlay.name() + " " + it.title())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void rolesNameWhatTheyAllowAndNoWorkloadHasAny() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.ofKind("ClusterRole")).isEmpty();
            assertThat(overlay.ofKind("Role"))
                    .flatExtracting(it -> it.tree().at("rules").list())
                    .allSatisfy(rule -> {
                        assertThat(rule.at("verbs").texts()).doesNotContain("*");
                        assertThat(rule.at("resources").texts()).doesNotContain("*");
                        assertThat(rule.at("apiGroups").texts()).doesNotContain("*");
                    });
            assertThat(overlay.ofKind("RoleBinding"))
                    .flatExtracting(it -> it.tree().at("subjects").list())
                    .allSatisfy(it -> assertThat(it.at("kind").text()).isEqualTo("Group"));
        }
    }

    @Test
    void nothingSecretIsInTheManifests() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.ofKind("Secret")).as(overlay.name()).isEmpty();
        }
    }

    @Test
    void whatBreaksThePolicyIsSeen() {
        var broken =
                """
                kind: Deployment
                metadata: {name: bad}
                spec:
                  template:
                    spec:
                      securityContext: {runAsUser: 0}
                      volumes: [{name: host, hostPath: {path: /}}]
                      containers:
                      - {name: it, image: "bad:latest", envFrom: [{secretRef: {name: all}}]}
                """;
        List<String> faults = PodPolicy.faults(new Manifest(Tree.document(broken)));
        assertThat(faults)
                .contains(
                        "Deployment bad: runs as user 0",
                        "Deployment bad: it has the image bad:latest",
                        "Deployment bad: it has no limits of memory",
                        "Deployment bad: it takes a whole Secret into its environment",
                        "Deployment bad: volume host is of [name, hostPath]")
                .hasSizeGreaterThan(15);
    }
}
