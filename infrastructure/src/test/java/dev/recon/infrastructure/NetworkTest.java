package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.infrastructure.Network.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The policies allow exactly the connections of the table, and no other.
class NetworkTest {
    private static final List<Integer> PORTS =
            List.of(
                    22, 80, 443, 587, 1433, 3306, 4318, 5432, 6379, 6432, 8000, 8080, 8089, 9090,
                    9121, 9187, 26379);
    private static final Set<String> TABLE =
            Set.of(
                    "ingress-nginx → frontend:8080",
                    "ingress-nginx → backend:8080",
                    "ingress-nginx → solver:8089",
                    "frontend → backend:8080",
                    "backend → postgres:5432",
                    "backend → redis:6379",
                    "backend → public:443",
                    "backend → public:587",
                    "migrate → postgres:5432",
                    "postgres-backup → postgres:5432",
                    "postgres-restore-verify → postgres:5432",
                    "monitoring → backend:9090",
                    "monitoring → postgres:9187",
                    "monitoring → redis:9121");

    @Test
    void onlyTheTableIsReachable() {
        for (String name : List.of("minimal", "production", "local")) {
            Overlay overlay = Overlay.of(name);
            assertThat(new Network(overlay).reachable(places(overlay), PORTS))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(TABLE);
        }
    }

    @Test
    void theOverlayOfThreeNodesAddsItsOwnPartsAndNothingElse() {
        Overlay overlay = Overlay.of("ha");
        List<Place> places = new ArrayList<>(places(overlay));
        places.add(Place.pod("database", Map.of("cnpg.io/cluster", "reconciliation-db")));
        Set<String> added = new TreeSet<>(new Network(overlay).reachable(places, PORTS));
        added.removeAll(TABLE);
        added.removeIf(it ->
                it.startsWith("worker → ") && TABLE.contains(it.replace("worker", "backend")));

        assertThat(added)
                .containsExactlyInAnyOrder(
                        "backend → database:5432",
                        "backend → pgbouncer:6432",
                        "backend → redis-node:26379",
                        "backend → redis-node:6379",
                        "worker → database:5432",
                        "worker → pgbouncer:6432",
                        "worker → redis-node:26379",
                        "worker → redis-node:6379",
                        "migrate → database:5432",
                        "pgbouncer → database:5432",
                        "pgbouncer → postgres:5432",
                        "postgres → database:5432",
                        "postgres-backup → database:5432",
                        "postgres-restore-verify → database:5432",
                        "database → api-server:443",
                        "database → cluster:443",
                        "database → public:443",
                        "database → neighbour:443",
                        "monitoring → database:9187",
                        "monitoring → worker:9090");
    }

    /// The table of sources that fetch: the component opens two ports, to public addresses alone.
    @Test
    void fetchingReachesFoldersAndDatabasesAtPublicAddressesOnly() throws IOException {
        assertThat(added("fetching"))
                .containsExactlyInAnyOrder("backend → public:22", "backend → public:5432");
    }

    /// What `deploy` writes of the two settings, put beside the policies of the overlay.
    @Test
    void settingsOpenTheirPortsAndNetworksAndNothingElse() {
        assertThat(addedBySettings("", "1433,3306"))
                .containsExactlyInAnyOrder("backend → public:1433", "backend → public:3306");
        assertThat(addedBySettings("10.1.2.0/24", ""))
                .contains("backend → neighbour:3306", "backend → neighbour:22")
                .allMatch(it -> it.startsWith("backend → neighbour:"))
                .doesNotContain("backend → neighbour:587");
        assertThat(addedBySettings("", "")).isEmpty();
    }

    /// So nothing that operates the platform may ask a pod by the API server's own connections.
    @Test
    void noScriptGoesThroughTheApiServerIntoAPod() throws IOException {
        for (Path script : Repository.files("scripts", ".sh")) {
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .doesNotContain("get --raw", "/proxy/", "kubectl proxy");
        }
    }

    private static Set<String> addedBySettings(String networks, String ports) {
        Command.Result written =
                Command.run(
                        "bash",
                        "-ec",
                        """
                        root=. namespace=reconciliation EGRESS_NETWORKS=$1 EGRESS_PORTS=$2
                        setting() { echo "${!1}"; }
                        source scripts/deploy/fetching.sh
                        writeFetchPolicies\
                        """,
                        "bash",
                        networks,
                        ports);
        assertThat(written.exitCode()).as(written.all()).isZero();
        Overlay overlay = Overlay.of("production");
        List<Manifest> manifests = new ArrayList<>(overlay.manifests());
        Tree.documents(written.output()).stream().map(Manifest::new).forEach(manifests::add);
        return added(new Overlay("with settings", manifests));
    }

    @Test
    void whatShipsBackupsReachesABucketAndNothingElse() throws IOException {
        assertThat(added("backup-ship"))
                .containsExactly(
                        "monitoring → postgres-wal-ship:9090",
                        "postgres-backup-ship → public:443",
                        "postgres-wal-ship → public:443");
    }

    private static Set<String> added(String component) throws IOException {
        return added(Overlay.with(component));
    }

    private static Set<String> added(Overlay overlay) {
        Set<String> added = new TreeSet<>(new Network(overlay).reachable(places(overlay), PORTS));
        assertThat(added).containsAll(TABLE);
        added.removeAll(TABLE);
        return added;
    }

    @Test
    void onlyNamesAreAskedOfTheClusterItself() {
        Overlay overlay = Overlay.of("production");
        Place dns = new Place("dns", "kube-system", Map.of("k8s-app", "kube-dns"), "");
        Place other = new Place("other", "kube-system", Map.of("k8s-app", "other"), "");
        List<Place> places = new ArrayList<>(places(overlay));
        places.add(dns);
        places.add(other);

        Set<String> found = new Network(overlay).reachable(places, List.of(53));
        assertThat(found).hasSize(places.size() - 8).allMatch(it -> it.endsWith("→ dns:53"));
    }

    private static List<Place> places(Overlay overlay) {
        Set<String> apps = new TreeSet<>();
        List<Place> places = new ArrayList<>();
        for (Manifest it : overlay.workloads()) {
            String app = it.podLabels().getOrDefault("app", "");
            if (it.namespace().equals("reconciliation") && apps.add(app)) {
                places.add(Place.pod(app, it.podLabels()));
            }
        }
        places.add(Place.pod("solver", Map.of("acme.cert-manager.io/http01-solver", "true")));
        places.add(Place.in("ingress-nginx"));
        places.add(Place.in("monitoring"));
        places.add(Place.outside("public", "93.184.216.34"));
        places.add(Place.outside("neighbour", "10.1.2.3"));
        places.add(Place.outside("cluster", "169.254.169.254"));
        places.add(Place.outside("api-server", "172.16.0.1"));
        return places;
    }
}
