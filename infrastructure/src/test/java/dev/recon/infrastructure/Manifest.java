package dev.recon.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One object of a cluster, as it would be applied.
record Manifest(Tree tree) {
    String kind() {
        return tree.at("kind").text();
    }

    String name() {
        return tree.at("metadata", "name").text();
    }

    String namespace() {
        return tree.at("metadata", "namespace").text();
    }

    Map<String, String> labels() {
        return tree.at("metadata", "labels").labels();
    }

    /// `Deployment backend`, for messages.
    String title() {
        return kind() + " " + name();
    }

    boolean is(String kind, String name) {
        return kind().equals(kind) && name().equals(name);
    }

    /// The template of the pods that the object makes, if it makes any.
    Optional<Tree> podTemplate() {
        return switch (kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "Job" ->
                    Optional.of(tree.at("spec", "template"));
            case "CronJob" -> Optional.of(tree.at("spec", "jobTemplate", "spec", "template"));
            default -> Optional.empty();
        };
    }

    Optional<Tree> podSpec() {
        return podTemplate().map(template -> template.at("spec"));
    }

    Map<String, String> podLabels() {
        return podTemplate()
                .map(template -> template.at("metadata", "labels").labels())
                .orElse(Map.of());
    }

    /// All containers of the pods, those that prepare included.
    List<Tree> containers() {
        List<Tree> containers = new ArrayList<>();
        podSpec()
                .ifPresent(spec -> {
                    containers.addAll(spec.at("initContainers").list());
                    containers.addAll(spec.at("containers").list());
                });
        return containers;
    }
}
