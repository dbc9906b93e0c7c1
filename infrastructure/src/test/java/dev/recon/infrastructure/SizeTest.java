package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The overlays fit on the machines that the guide names.
class SizeTest {
    /// Of 4 cores and 8 GB, what a node leaves to pods; of 8 cores and 16 GB likewise.
    private static final Sizing MINIMUM = new Sizing(3900, 7290);

    private static final Sizing RECOMMENDED = new Sizing(7800, 15_484);

    @Test
    void theMinimalOverlayFitsWithOneMorePodWhileItIsReplaced() throws IOException {
        Overlay minimal = Overlay.of("minimal");
        Sizing sum = Sizing.of(minimal, "minReplicas");

        assertThat(sum).isEqualTo(new Sizing(2580, 6332));
        Sizing surge = Sizing.ofPod(minimal.get("Deployment", "backend").podSpec().orElseThrow());
        assertFits(sum.plus(surge), MINIMUM);
    }

    @Test
    void whatShipsTheLogToABucketFitsBesideTheSurge() throws IOException {
        Overlay minimal = Overlay.of("minimal");
        Sizing surge = Sizing.ofPod(minimal.get("Deployment", "backend").podSpec().orElseThrow());
        Sizing follower =
                Sizing.ofPod(
                        Overlay.with("backup-ship")
                                .get("Deployment", "postgres-wal-ship")
                                .podSpec()
                                .orElseThrow());
        assertFits(Sizing.of(minimal, "minReplicas").plus(surge).plus(follower), MINIMUM);
    }

    @Test
    void theJobsOfTheNightFitBesideIt() throws IOException {
        Overlay minimal = Overlay.of("minimal");
        Sizing sum = Sizing.of(minimal, "minReplicas").plus(Sizing.ofJobs(minimal));
        assertFits(sum, MINIMUM);
    }

    @Test
    void theProductionOverlayFitsWithEveryPodThatTheScalersMayAdd() throws IOException {
        Sizing sum = Sizing.of(Overlay.of("production"), "maxReplicas");
        assertThat(sum).isEqualTo(new Sizing(6655, 15_132));
        assertFits(sum, RECOMMENDED);
    }

    @Test
    void theVolumesFitOnFiftyGigabytes() throws IOException {
        double sum = 0;
        for (Tree claim : claims(Overlay.of("minimal"))) {
            sum += Quantity.gigabytes(claim.at("spec", "resources", "requests", "storage"));
        }
        assertThat(sum).isBetween(45.0, 50.0);
    }

    @Test
    void theQuotaLetsTheScalersReachTheirMaximum() {
        for (Overlay overlay : Overlay.all()) {
            Tree hard = overlay.get("ResourceQuota", "reconciliation").tree().at("spec", "hard");
            Sizing sum = Sizing.ofJobs(overlay);
            Sizing limits = Sizing.NONE;
            for (Manifest it : overlay.workloads()) {
                if (it.namespace().equals("reconciliation")) {
                    int count =
                            overlay.find("HorizontalPodAutoscaler", it.name())
                                    .map(s -> s.tree().at("spec", "maxReplicas").number() + 1)
                                    .orElseGet(() -> replicas(it));
                    sum = sum.plus(Sizing.ofPod(it.podSpec().orElseThrow()).times(count));
                    limits = limits.plus(limits(it).times(count));
                }
            }
            assertFits(sum, quota(hard, "requests"));
            assertFits(limits, quota(hard, "limits"));
        }
    }

    private static int replicas(Manifest manifest) {
        Tree replicas = manifest.tree().at("spec", "replicas");
        return replicas.isPresent() ? replicas.number() : 1;
    }

    private static Sizing limits(Manifest manifest) {
        Sizing sum = Sizing.NONE;
        for (Tree container : manifest.containers()) {
            Tree limits = container.at("resources", "limits");
            sum =
                    sum.plus(
                            new Sizing(
                                    Quantity.millicores(limits.at("cpu")),
                                    Quantity.mebibytes(limits.at("memory"))));
        }
        return sum;
    }

    private static Sizing quota(Tree hard, String part) {
        return new Sizing(
                Quantity.millicores(hard.at(part + ".cpu")),
                Quantity.mebibytes(hard.at(part + ".memory")));
    }

    private static List<Tree> claims(Overlay overlay) throws IOException {
        List<Tree> claims = new ArrayList<>();
        overlay.ofKind("PersistentVolumeClaim").forEach(it -> claims.add(it.tree()));
        for (Manifest elastic : overlay.ofKind("Elasticsearch")) {
            for (Tree nodes : elastic.tree().at("spec", "nodeSets").list()) {
                claims.addAll(nodes.at("volumeClaimTemplates").list());
            }
        }
        Tree stack =
                Tree.document(Repository.read("infrastructure/helm/kube-prometheus-stack.yaml"));
        claims.add(stack.at("prometheus", "prometheusSpec", "storageSpec", "volumeClaimTemplate"));
        claims.add(stack.at("alertmanager", "alertmanagerSpec", "storage", "volumeClaimTemplate"));
        return claims;
    }

    private static void assertFits(Sizing sum, Sizing room) {
        assertThat(sum.millicores()).as("millicores").isLessThanOrEqualTo(room.millicores());
        assertThat(sum.mebibytes()).as("MiB").isLessThanOrEqualTo(room.mebibytes());
    }
}
