package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The dashboards show what really exists.
class DashboardTest {
    private static final String MONITORING = "infrastructure/monitoring/";
    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z][a-z0-9_]*_[a-z0-9_]+)");

    @Test
    void theFiveOfTheGuideAndTwoOfOursAreThere() throws IOException {
        assertThat(dashboards())
                .extracting(it -> it.at("title").text())
                .containsExactlyInAnyOrder(
                        "System Overview",
                        "Backend Performance",
                        "Frontend Performance",
                        "Database Performance",
                        "Cache Performance",
                        "Reconciliation",
                        "SLO");
        assertThat(dashboards()).extracting(it -> it.at("uid").text()).doesNotHaveDuplicates();
    }

    @Test
    void everyPanelHasATitleAPurposeAUnitAndItsLinks() throws IOException {
        for (Tree dashboard : dashboards()) {
            assertThat(dashboard.at("templating", "list").list())
                    .extracting(it -> it.at("name").text())
                    .contains("datasource", "cluster", "namespace", "pod");
            assertThat(dashboard.at("annotations", "list").list()).isNotEmpty();
            assertThat(dashboard.at("panels").list())
                    .extracting(it -> it.at("id").number())
                    .doesNotHaveDuplicates();
            for (Tree panel : panels(dashboard)) {
                String title = dashboard.at("title").text() + ": " + panel.at("title").text();
                assertThat(panel.at("description").text()).as(title).isNotBlank();
                assertThat(panel.at("fieldConfig", "defaults", "unit").text()).isNotBlank();
                assertThat(panel.at("links").list())
                        .extracting(it -> it.at("title").text())
                        .contains("Runbooks", "Logs", "Traces");
                assertThat(panel.at("targets").list()).as(title).isNotEmpty();
            }
        }
    }

    @Test
    void panelsDoNotLieOnEachOther() throws IOException {
        for (Tree dashboard : dashboards()) {
            Set<List<Integer>> taken = new HashSet<>();
            for (Tree panel : dashboard.at("panels").list()) {
                Tree place = panel.at("gridPos");
                int right = place.at("x").number() + place.at("w").number();
                assertThat(right).isLessThanOrEqualTo(24);
                for (int x = place.at("x").number(); x < right; x++) {
                    int bottom = place.at("y").number() + place.at("h").number();
                    for (int y = place.at("y").number(); y < bottom; y++) {
                        assertThat(taken.add(List.of(x, y))).as(panel.at("title").text()).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everyExpressionIsUnderstoodByPrometheus() throws IOException {
        assumeThat(Command.exists("promtool")).as("promtool is there").isTrue();
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboards\n  rules:\n");
        int number = 0;
        for (String expression : expressions()) {
            String plain = expression.replaceAll("\\$\\w+", ".*").replace("'", "''");
            rules.append("  - record: d:").append(number++).append("\n    expr: '");
            rules.append(plain).append("'\n");
        }
        Path file = Files.createTempFile("dashboards", ".yaml");
        Files.writeString(file, rules.toString().replaceAll("d:(\\d+)", "dashboard:e$1"));
        Command.Result result = Command.run("promtool", "check", "rules", file.toString());
        assertThat(result.exitCode()).as(result.all()).isZero();
        Files.delete(file);
    }

    @Test
    void everyMetricIsOneThatSomebodyExports() throws IOException {
        Set<String> known = new TreeSet<>(documented());
        known.addAll(lines("exporter-metrics.txt"));
        for (Tree rule : Alerts.rules()) {
            known.add(rule.at("record").text());
        }
        Set<String> unknown = new TreeSet<>();
        for (String expression : used()) {
            for (String metric : Expressions.metrics(expression)) {
                if (!known.contains(metric) && !known.contains(Expressions.family(metric))) {
                    unknown.add(metric);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void theMetricsOfAnExpressionAreFound() {
        assertThat(
                        Expressions.metrics(
                                "sum by (a_b) (rate(one_total{c_d=\"e_f\"}[5m])) / on (g_h)"
                                        + " recon:two:ratio > 0 unless three_x offset 5m"))
                .containsExactly("one_total", "recon:two:ratio", "three_x");
    }

    private static List<Tree> dashboards() throws IOException {
        List<Tree> dashboards = new ArrayList<>();
        for (Path file : Repository.files(MONITORING + "dashboards", ".json")) {
            dashboards.add(Tree.document(Files.readString(file)));
        }
        return dashboards;
    }

    private static List<Tree> panels(Tree dashboard) {
        return dashboard.at("panels").list().stream()
                .filter(panel -> !panel.at("type").is("row"))
                .toList();
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (Tree dashboard : dashboards()) {
            for (Tree panel : panels(dashboard)) {
                panel.at("targets").list().forEach(it -> expressions.add(it.at("expr").text()));
            }
            dashboard.at("annotations", "list").list().stream()
                    .map(it -> it.at("expr").text())
                    .forEach(expressions::add);
        }
        return expressions;
    }

    /// The expressions of dashboards and rules.
    private static List<String> used() throws IOException {
        List<String> used = new ArrayList<>(expressions());
        Alerts.rules().forEach(it -> used.add(it.at("expr").text()));
        return used;
    }

    /// What the page of the backend's metrics names.
    private static Set<String> documented() throws IOException {
        Set<String> documented = new TreeSet<>();
        if (Files.exists(Repository.path("docs/operating/metrics.md"))) {
            var names = DOCUMENTED.matcher(Repository.read("docs/operating/metrics.md"));
            while (names.find()) {
                documented.add(names.group(1));
            }
        }
        return documented;
    }

    private static List<String> lines(String file) throws IOException {
        return Repository.read(MONITORING + file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
