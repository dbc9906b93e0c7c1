package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever counts something is asked for it.
class FiguresTest {
    @Test
    void everyPortOfThemIsAsked() {
        for (String name : List.of("minimal", "production", "ha")) {
            Overlay overlay = Overlay.of(name);
            List<Tree> asked = new ArrayList<>();
            overlay.ofKind("PodMonitor").forEach(it -> asked.add(it.tree().at("spec", "selector")));
            for (Manifest monitor : overlay.ofKind("ServiceMonitor")) {
                Tree selector = monitor.tree().at("spec", "selector");
                overlay.ofKind("Service").stream()
                        .filter(it -> Network.selects(selector, it.labels()))
                        .forEach(it -> asked.add(podsOf(it)));
            }
            assertThat(overlay.workloads())
                    .filteredOn(it -> it.containers().stream().anyMatch(FiguresTest::hasFigures))
                    .isNotEmpty()
                    .allSatisfy(it ->
                            assertThat(asked)
                                    .as(name + " " + it.title())
                                    .anyMatch(one -> Network.selects(one, it.podLabels())));
        }
    }

    private static boolean hasFigures(Tree container) {
        return container.at("ports").named("metrics").isPresent();
    }

    private static Tree podsOf(Manifest service) {
        StringBuilder selector = new StringBuilder("matchLabels:\n");
        service.tree()
                .at("spec", "selector")
                .labels()
                .forEach((key, value) -> selector.append("  " + key + ": '" + value + "'\n"));
        return Tree.document(selector.toString());
    }
}
