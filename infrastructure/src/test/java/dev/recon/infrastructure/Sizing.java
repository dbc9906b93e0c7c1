package dev.recon.infrastructure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What an overlay asks of its nodes: the requests of every pod that is there all the time, those
/// of the charts included.
///
/// @param millicores of CPU
/// @param mebibytes of memory
record Sizing(int millicores, int mebibytes) {
    /// DNS, the metrics server and the network plug-in of the cluster itself.
    static final Sizing SYSTEM = new Sizing(200, 400);

    static final Sizing NONE = new Sizing(0, 0);

    /// The charts of the overlays, and where their values name resources of one pod.
    private static final List<Chart> CHARTS =
            List.of(
                    new Chart("ingress-nginx", "controller"),
                    new Chart("cert-manager", ""),
                    new Chart("cert-manager", "webhook"),
                    new Chart("cert-manager", "cainjector"),
                    new Chart("kube-prometheus-stack", "prometheusOperator"),
                    new Chart("kube-prometheus-stack", "prometheus.prometheusSpec"),
                    new Chart("kube-prometheus-stack", "alertmanager.alertmanagerSpec"),
                    new Chart("kube-prometheus-stack", "grafana"),
                    new Chart("kube-prometheus-stack", "grafana.sidecar"),
                    new Chart("kube-prometheus-stack", "kube-state-metrics"),
                    new Chart("kube-prometheus-stack", "prometheus-node-exporter"),
                    new Chart("eck", ""),
                    new Chart("velero", ""),
                    new Chart("velero", "nodeAgent"));

    private record Chart(String release, String path) {
        Tree values() throws IOException {
            Tree values =
                    Tree.document(Repository.read("infrastructure/helm/" + release + ".yaml"));
            return path.isEmpty() ? values : values.at(path.split("\\.", -1));
        }
    }

    Sizing plus(Sizing other) {
        return new Sizing(millicores + other.millicores, mebibytes + other.mebibytes);
    }

    Sizing times(int count) {
        return new Sizing(millicores * count, mebibytes * count);
    }

    /// What a container asks for.
    static Sizing of(Tree resources) {
        Tree requests = resources.at("requests");
        return new Sizing(
                Quantity.millicores(requests.at("cpu")), Quantity.mebibytes(requests.at("memory")));
    }

    /// What a pod asks for: its containers and sidecars together, or its largest preparation.
    static Sizing ofPod(Tree pod) {
        Sizing together = NONE;
        for (Tree container : pod.at("containers").list()) {
            together = together.plus(of(container.at("resources")));
        }
        Sizing largest = NONE;
        for (Tree container : pod.at("initContainers").list()) {
            Sizing one = of(container.at("resources"));
            if (container.at("restartPolicy").is("Always")) {
                together = together.plus(one);
            } else {
                largest = largest.max(one);
            }
        }
        return together.max(largest);
    }

    /// Everything that is there all the time, with so many pods of backend and frontend.
    static Sizing of(Overlay overlay, String replicas) throws IOException {
        Sizing sum = SYSTEM;
        for (Manifest manifest : overlay.workloads()) {
            if (!isForAWhile(manifest)) {
                Sizing pod = ofPod(manifest.podSpec().orElseThrow());
                sum = sum.plus(pod.times(count(overlay, manifest, replicas)));
            }
        }
        for (Tree resources : ofOperators(overlay)) {
            sum = sum.plus(of(resources));
        }
        for (Chart chart : CHARTS) {
            sum = sum.plus(of(chart.values().at("resources")));
        }
        return sum;
    }

    /// The Jobs, should all of them run at once.
    static Sizing ofJobs(Overlay overlay) {
        Sizing sum = NONE;
        for (Manifest manifest : overlay.workloads()) {
            if (isForAWhile(manifest)) {
                sum = sum.plus(ofPod(manifest.podSpec().orElseThrow()));
            }
        }
        return sum;
    }

    private Sizing max(Sizing other) {
        return new Sizing(
                Math.max(millicores, other.millicores), Math.max(mebibytes, other.mebibytes));
    }

    private static boolean isForAWhile(Manifest manifest) {
        return manifest.kind().endsWith("Job");
    }

    private static int count(Overlay overlay, Manifest manifest, String replicas) {
        Tree fixed = manifest.tree().at("spec", "replicas");
        if (fixed.isPresent()) {
            return fixed.number();
        }
        return overlay.find("HorizontalPodAutoscaler", manifest.name())
                .map(scaler -> scaler.tree().at("spec", replicas).number())
                .orElse(1);
    }

    private static List<Tree> ofOperators(Overlay overlay) {
        List<Tree> resources = new ArrayList<>();
        for (Manifest elastic : overlay.ofKind("Elasticsearch")) {
            for (Tree nodes : elastic.tree().at("spec", "nodeSets").list()) {
                for (int node = 0; node < nodes.at("count").number(); node++) {
                    nodes.at("podTemplate", "spec", "containers").list().stream()
                            .map(it -> it.at("resources"))
                            .forEach(resources::add);
                }
            }
        }
        for (Manifest kibana : overlay.ofKind("Kibana")) {
            kibana.tree().at("spec", "podTemplate", "spec", "containers").list().stream()
                    .map(it -> it.at("resources"))
                    .forEach(resources::add);
        }
        return resources;
    }
}
