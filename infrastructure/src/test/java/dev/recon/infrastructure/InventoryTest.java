package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The names, ports and figures that operators were promised.
class InventoryTest {
    private static final String OURS = "reconciliation";
    private static final List<String> COMPLETE = List.of("minimal", "production", "ha");

    @Test
    void everyPartIsThere() {
        for (String name : COMPLETE) {
            Overlay overlay = Overlay.of(name);
            for (String deployment : List.of("backend", "frontend", "postgres", "redis")) {
                overlay.get("Deployment", deployment);
            }
            assertThat(overlay.ofKind("ServiceMonitor")).isNotEmpty();
            assertThat(overlay.ofKind("PrometheusRule")).hasSize(4);
            overlay.get("Elasticsearch", OURS);
            overlay.get("Kibana", OURS);
            overlay.get("ClusterIssuer", "letsencrypt-prod");
            overlay.get("ClusterIssuer", "letsencrypt-staging");
        }
    }

    @Test
    void objectsCarryOneLabelAndPodsTheOther() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.manifests())
                    .filteredOn(it -> !it.kind().equals("Namespace"))
                    .allSatisfy(it ->
                            assertThat(it.labels())
                                    .as(overlay.name() + " " + it.title())
                                    .containsEntry("app", OURS));
            assertThat(overlay.workloads())
                    .allSatisfy(it ->
                            assertThat(it.podLabels())
                                    .containsEntry("app.kubernetes.io/part-of", OURS)
                                    .doesNotContainEntry("app", OURS)
                                    .containsKey("app"));
        }
    }

    @Test
    void aDeploymentItsContainerAndTheLabelOfItsPodsShareOneName() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.ofKind("Deployment"))
                    .allSatisfy(it -> {
                        Tree pod = it.podSpec().orElseThrow();
                        assertThat(pod.at("containers").named(it.name()).isPresent()).isTrue();
                        assertThat(it.podLabels()).containsEntry("app", it.name());
                    });
        }
    }

    @Test
    void podsOfTwoContainersSayWhichOneIsMeant() {
        for (Overlay overlay : Overlay.all()) {
            assertThat(overlay.workloads())
                    .filteredOn(it -> it.containers().size() > 1)
                    .allSatisfy(it ->
                            assertThat(
                                            it.podTemplate()
                                                    .orElseThrow()
                                                    .at("metadata", "annotations")
                                                    .labels())
                                    .containsKey("kubectl.kubernetes.io/default-container"));
        }
    }

    @Test
    void bothNamesOfTheDatabaseAndOfRedisLeadToTheSamePods() {
        for (Overlay overlay : Overlay.all()) {
            for (String name : List.of("postgres", "redis")) {
                Tree one = overlay.get("Service", name).tree().at("spec");
                Tree other = overlay.get("Service", name + "-service").tree().at("spec");
                assertThat(other.at("selector")).isEqualTo(one.at("selector"));
                assertThat(one.at("type").text()).isEqualTo("ClusterIP");
            }
        }
    }

    @Test
    void servicesHaveTheirPorts() {
        Overlay overlay = Overlay.of("production");
        assertThat(ports(overlay, "backend"))
                .containsEntry("http", 8080)
                .containsEntry("metrics", 9090);
        assertThat(ports(overlay, "frontend")).containsExactly(Map.entry("http", 8080));
        assertThat(ports(overlay, "postgres-service")).containsExactly(Map.entry("postgres", 5432));
        assertThat(ports(overlay, "redis")).containsEntry("redis", 6379);
    }

    @Test
    void everyServiceLeadsToPodsAndToAPortThatTheyOpen() {
        for (Overlay overlay : Overlay.all()) {
            for (Manifest service : overlay.ofKind("Service")) {
                Map<String, String> selector = service.tree().at("spec", "selector").labels();
                if (selector.containsKey("cnpg.io/cluster")) {
                    continue;
                }
                List<Manifest> pods =
                        overlay.workloads().stream()
                                .filter(it ->
                                        it.podLabels().entrySet().containsAll(selector.entrySet()))
                                .toList();
                assertThat(pods).as(service.title()).isNotEmpty();
                for (Tree port : service.tree().at("spec", "ports").list()) {
                    assertThat(pods.getFirst().containers())
                            .as(service.title())
                            .anyMatch(it ->
                                    it.at("ports").named(port.at("targetPort").text()).isPresent());
                }
            }
        }
    }

    @Test
    void threeHostsLeadToThePageTheApiAndTheLiveEvents() {
        Overlay overlay = Overlay.of("production");
        assertIngress(overlay, "web", "reconciliation.example.com", "frontend", "65s");
        assertIngress(overlay, "api", "api.reconciliation.example.com", "backend", "65s");
        assertIngress(overlay, "ws", "ws.reconciliation.example.com", "backend", "3600s");
        assertThat(annotations(overlay, "api"))
                .containsEntry("nginx.org/client-max-body-size", "100m");
        assertThat(annotations(overlay, "ws"))
                .containsEntry("nginx.org/websocket-services", "backend");
    }

    @Test
    void scalersHaveTheFiguresOfTheGuide() {
        Overlay overlay = Overlay.of("production");
        assertScaler(overlay, "backend", 10);
        assertScaler(overlay, "frontend", 5);
        for (String name : List.of("backend", "frontend")) {
            Tree deployment = overlay.get("Deployment", name).tree();
            assertThat(deployment.at("spec", "replicas").isPresent()).isFalse();
            assertThat(
                            overlay.get("PodDisruptionBudget", name)
                                    .tree()
                                    .at("spec", "minAvailable")
                                    .number())
                    .isEqualTo(1);
        }
        Tree resources =
                overlay.get("Deployment", "backend").containers().getFirst().at("resources");
        assertThat(resources.at("limits", "memory")).isEqualTo(resources.at("requests", "memory"));
    }

    @Test
    void theScheduleOfVeleroTakesWhatItShouldAndLeavesTheRest() throws IOException {
        Overlay overlay = Overlay.with("velero");
        Tree schedule = overlay.get("Schedule", "daily-backup").tree();
        assertThat(schedule.at("spec", "schedule").text()).isEqualTo("0 2 * * *");
        Tree selector = schedule.at("spec", "template", "labelSelector");
        assertThat(overlay.manifests())
                .filteredOn(it -> it.namespace().equals(OURS))
                .isNotEmpty()
                .allMatch(it -> Network.selects(selector, it.labels()));
        assertThat(overlay.get("Deployment", "redis").labels())
                .containsEntry("velero.io/exclude-from-backup", "true");
    }

    @Test
    void theBackupJobHasTheNamesOfTheGuide() {
        Overlay overlay = Overlay.of("production");
        Manifest job = overlay.get("CronJob", "postgres-backup");
        Tree spec = job.tree().at("spec");
        assertThat(spec.at("schedule").text()).isEqualTo("0 2 * * *");
        assertThat(spec.at("timeZone").text()).isEqualTo("Etc/UTC");
        assertThat(spec.at("concurrencyPolicy").text()).isEqualTo("Forbid");
        Tree pod = job.podSpec().orElseThrow();
        assertThat(pod.at("restartPolicy").text()).isEqualTo("OnFailure");
        Tree container = pod.at("containers").named("postgres-backup");
        Tree key = container.at("env").named("PGPASSWORD").at("valueFrom", "secretKeyRef");
        assertThat(key.at("name").text()).isEqualTo("reconciliation-secrets");
        assertThat(key.at("key").text()).isEqualTo("DB_PASSWORD");
        assertThat(container.at("volumeMounts").named("backup-storage").at("mountPath").text())
                .isEqualTo("/backup");
        assertThat(
                        pod.at("volumes")
                                .named("backup-storage")
                                .at("persistentVolumeClaim", "claimName")
                                .text())
                .isEqualTo("backup-pvc");
        assertThat(container.at("image"))
                .isEqualTo(
                        overlay.get("Deployment", "postgres")
                                .podSpec()
                                .orElseThrow()
                                .at("containers")
                                .named("postgres")
                                .at("image"));
    }

    @Test
    void theDatabaseIsMountedAboveItsFolderAndByOnePodAlone() {
        Overlay overlay = Overlay.of("production");
        Tree postgres = overlay.get("Deployment", "postgres").tree().at("spec");
        assertThat(postgres.at("strategy", "type").text()).isEqualTo("Recreate");
        Tree mount =
                postgres.at("template", "spec", "containers")
                        .named("postgres")
                        .at("volumeMounts")
                        .named("data");
        assertThat(mount.at("mountPath").text()).isEqualTo("/var/lib/postgresql");
        assertThat(
                        overlay.get("PersistentVolumeClaim", "postgres-pvc")
                                .tree()
                                .at("spec", "accessModes")
                                .texts())
                .containsExactly("ReadWriteOncePod");
    }

    @Test
    void aPodIsGivenTheTimeToEndWell() {
        Tree pod = Overlay.of("production").get("Deployment", "backend").podSpec().orElseThrow();
        assertThat(pod.at("terminationGracePeriodSeconds").number()).isEqualTo(90);
        Tree backend = pod.at("containers").named("backend");
        assertThat(backend.at("lifecycle", "preStop", "sleep", "seconds").number()).isEqualTo(10);
        assertThat(Set.of("startup", "ready", "live"))
                .allSatisfy(it ->
                        assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
                                .anyMatch(probe ->
                                        backend.at(probe, "httpGet", "path").is("/health/" + it)));
    }

    private static Map<String, Integer> ports(Overlay overlay, String service) {
        return overlay.get("Service", service).tree().at("spec", "ports").list().stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                it -> it.at("name").text(), it -> it.at("port").number()));
    }

    private static Map<String, String> annotations(Overlay overlay, String ingress) {
        return overlay.get("Ingress", ingress).tree().at("metadata", "annotations").labels();
    }

    private static void assertIngress(Overlay overlay, String name, String... expected) {
        Tree spec = overlay.get("Ingress", name).tree().at("spec");
        Tree rule = spec.at("rules").list().getFirst();
        assertThat(spec.at("ingressClassName").text()).isEqualTo("nginx");
        assertThat(rule.at("host").text()).isEqualTo(expected[0]);
        assertThat(spec.at("tls").list().getFirst().at("hosts").texts())
                .containsExactly(expected[0]);
        Tree service = rule.at("http", "paths").list().getFirst().at("backend", "service");
        assertThat(service.at("name").text()).isEqualTo(expected[1]);
        assertThat(annotations(overlay, name))
                .containsEntry("nginx.org/proxy-read-timeout", expected[2])
                .containsEntry("nginx.org/redirect-to-https", "true")
                .containsEntry("nginx.org/hsts-max-age", "31536000")
                .containsEntry("cert-manager.io/cluster-issuer", "letsencrypt-prod");
    }

    private static void assertScaler(Overlay overlay, String name, int max) {
        Tree spec = overlay.get("HorizontalPodAutoscaler", name).tree().at("spec");
        assertThat(spec.at("minReplicas").number()).isEqualTo(2);
        assertThat(spec.at("maxReplicas").number()).isEqualTo(max);
        for (Tree metric : spec.at("metrics").list()) {
            Tree resource = metric.at("containerResource");
            assertThat(resource.at("container").text()).isEqualTo(name);
            assertThat(resource.at("target", "averageUtilization").number())
                    .isEqualTo(resource.at("name").is("cpu") ? 70 : 80);
        }
    }
}
