package dev.recon.infrastructure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A kubectl command of a document, held against what is deployed.
final class KubectlCommand {
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("deployment", "Deployment"),
                    Map.entry("cronjob", "CronJob"),
                    Map.entry("job", "Job"),
                    Map.entry("hpa", "HorizontalPodAutoscaler"),
                    Map.entry("pvc", "PersistentVolumeClaim"),
                    Map.entry("ingress", "Ingress"));
    private static final Set<String> LISTED =
            Set.of(
                    "pods",
                    "services",
                    "ingress",
                    "hpa",
                    "pvc",
                    "events",
                    "cronjobs",
                    "jobs",
                    "certificates",
                    "volumeattachments",
                    "deployments",
                    "networkpolicies",
                    "nodes",
                    "secret");

    /// Deployments that charts make, by the names that their values give.
    private static final Map<String, String> OF_CHARTS =
            Map.of("ingress-nginx-controller", "ingress-nginx", "cert-manager", "cert-manager");

    private final Overlay overlay;
    private final List<String> words;
    private final List<String> faults = new ArrayList<>();

    private KubectlCommand(Overlay overlay, List<String> words) {
        this.overlay = overlay;
        this.words = words;
    }

    /// What would not work when somebody typed it; empty when all of it would.
    static List<String> faults(Overlay overlay, String command) throws IOException {
        List<String> words = Commands.words(command);
        int end = words.indexOf("--");
        var own = end < 0 ? words : words.subList(0, end);
        KubectlCommand checked = new KubectlCommand(overlay, own);
        checked.check();
        return checked.faults;
    }

    private void check() throws IOException {
        checkNamespace();
        checkTargets();
        checkSelector();
        String verb = words.size() > 1 ? words.get(1) : "";
        switch (verb) {
            case "get" -> require(LISTED.contains(words.get(2)), words.get(2) + " is not listed");
            case "logs", "exec" ->
                    require(
                            words.contains("-l") || words.stream().anyMatch(it -> it.contains("/")),
                            verb + " names no pod");
            case "set" -> checkImage();
            default -> {}
        }
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(String.join(" ", words) + ": " + fault);
        }
    }

    private Optional<String> after(String flag) {
        int at = words.indexOf(flag);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private void checkNamespace() throws IOException {
        Optional<String> namespace = after("-n");
        if (namespace.isPresent()) {
            String name = namespace.get();
            boolean known =
                    overlay.find("Namespace", name).isPresent()
                            || Repository.read("infrastructure/helm/versions.lock")
                                    .lines()
                                    .anyMatch(line -> line.split("\\s+", -1)[1].equals(name));
            require(known, "no namespace " + name);
        }
    }

    private void checkTargets() {
        for (int at = 2; at < words.size(); at++) {
            String word = words.get(at).replace("--from=", "");
            String[] parts = word.split("/", -1);
            if (parts.length == 2 && KINDS.containsKey(parts[0])) {
                checkTarget(parts[0], parts[1]);
            }
            boolean pair = KINDS.containsKey(word) && at + 1 < words.size();
            boolean makes = words.get(1).equals("create");
            if (pair && !makes && !words.get(at + 1).startsWith("-")) {
                checkTarget(word, words.get(at + 1));
            }
        }
    }

    private void checkTarget(String kind, String name) {
        String namespace = after("-n").orElse("default");
        boolean ofChart = namespace.equals(OF_CHARTS.get(name));
        boolean ours =
                overlay.manifests().stream()
                        .filter(it -> it.namespace().equals(namespace))
                        .anyMatch(it -> it.is(KINDS.getOrDefault(kind, ""), name));
        boolean migrate = kind.equals("job") && name.startsWith("migrate");
        require(ofChart || ours || migrate, "no " + kind + " " + name + " in " + namespace);
    }

    private void checkSelector() {
        if (!after("-n").equals(Optional.of("reconciliation"))) {
            return;
        }
        after("-l")
                .ifPresent(selector -> {
                    String[] parts = selector.split("=", -1);
                    require(
                            overlay.workloads().stream()
                                    .anyMatch(it -> parts[1].equals(it.podLabels().get(parts[0]))),
                            "no pod has " + selector);
                });
    }

    private void checkImage() {
        String[] target = words.get(3).split("/", -1);
        String container = words.get(4).split("=", -1)[0];
        boolean known =
                overlay.find("Deployment", target[1]).stream()
                        .flatMap(it -> it.containers().stream())
                        .anyMatch(it -> it.at("name").is(container));
        require(known, "no container " + container);
    }
}
