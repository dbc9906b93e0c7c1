package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Alerts fire when they should, reach whom they should, and say what to do.
class AlertsTest {
    private static final String MONITORING = "infrastructure/monitoring/";

    @Test
    void theRulesAreRight() throws IOException {
        assumeThat(Command.exists("promtool")).as("promtool is there").isTrue();
        Command.Result result = promtool("check", "rules");
        assertThat(result.exitCode()).as(result.all()).isZero();
    }

    @Test
    void everyAlertFiresAndIsSilentAsItsTestsSay() throws IOException {
        assumeThat(Command.exists("promtool")).as("promtool is there").isTrue();
        Command.Result result = promtool("test", "tests");
        assertThat(result.exitCode()).as(result.all()).isZero();
    }

    @Test
    void everyAlertHasATestOfFiringAndOneOfSilence() throws IOException {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Path file : Repository.files(MONITORING + "tests", ".test.yaml")) {
            for (Tree one : Tree.document(Files.readString(file)).at("tests").list()) {
                for (Tree expected : one.at("alert_rule_test").list()) {
                    boolean fires = !expected.at("exp_alerts").list().isEmpty();
                    (fires ? firing : silent).add(expected.at("alertname").text());
                }
            }
        }
        silent.add("Watchdog"); // It never is.
        assertThat(firing).containsExactlyElementsOf(Alerts.names());
        assertThat(silent).containsExactlyElementsOf(Alerts.names());
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhereItsRunbookStands() throws IOException {
        for (Tree alert : Alerts.all()) {
            String name = alert.at("alert").text();
            assertThat(alert.at("labels", "severity").text()).isIn("critical", "warning", "none");
            assertThat(alert.at("labels", "page").text()).isIn("yes", "no");
            assertThat(alert.at("annotations", "summary").text()).as(name).isNotBlank();
            assertThat(alert.at("annotations", "runbook_url").text()).endsWith("/" + name);
        }
    }

    @Test
    void everyAlertHasOneRunbookAndEveryRunbookItsAlert() throws IOException {
        List<String> runbooks =
                Repository.files("docs/runbooks", ".md").stream()
                        .map(file -> file.getFileName().toString().replace(".md", ""))
                        .filter(name -> !name.equals("README"))
                        .toList();
        assertThat(runbooks).containsExactlyInAnyOrderElementsOf(Alerts.names());
    }

    @Test
    void everyRunbookHasTheSameSections() throws IOException {
        for (String name : Alerts.names()) {
            assertThat(Repository.read("docs/runbooks/" + name + ".md"))
                    .startsWith("# " + name + "\n")
                    .contains(
                            "**Means.**",
                            "**Impact.**",
                            "## First five minutes",
                            "## Find the cause",
                            "## Mend it",
                            "## Escalate",
                            "**Tested by.**");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HighErrorRate, critical, yes, slack-and-email",
        "HighCPUUsage, critical, no, slack-and-email",
        "DatabaseConnectionFailure, critical, yes, slack-and-email",
        "RedisConnectionFailure, critical, yes, slack-and-email",
        "MatchRateDrop, warning, no, slack",
        "Watchdog, none, no, heartbeat",
        "SomethingNew, unknown, no, email"
    })
    void anAlertReachesItsReceiver(String alert, String severity, String page, String receiver) {
        assumeThat(Command.exists("amtool")).as("amtool is there").isTrue();
        Command.Result result =
                Command.run(
                        "amtool",
                        "config",
                        "routes",
                        "test",
                        "--config.file",
                        MONITORING + "alertmanager.yml",
                        "alertname=" + alert,
                        "severity=" + severity,
                        "page=" + page);
        assertThat(result.output().strip()).as(result.all()).isEqualTo(receiver);
    }

    @Test
    void everyCriticalAlertGoesToMailAndToSlack() throws IOException {
        Tree configuration = Tree.document(Repository.read(MONITORING + "alertmanager.yml"));
        Tree both = configuration.at("receivers").named("slack-and-email");
        assertThat(both.at("slack_configs").list()).isNotEmpty();
        assertThat(both.at("email_configs").list()).isNotEmpty();
        assertThat(configuration.at("global", "smtp_auth_password").isPresent()).isFalse();
        assertThat(configuration.at("global", "slack_api_url").isPresent()).isFalse();
    }

    @Test
    void theObjectsForTheOperatorAreThoseRules() throws IOException {
        Path written = Files.createTempFile("rules", ".yaml");
        Command.run("scripts/wrap-rules", written.toString());
        String kept =
                Repository.read(
                        "infrastructure/kubernetes/components/monitoring/prometheus-rules.yaml");
        assertThat(Files.readString(written)).as("run scripts/wrap-rules").isEqualTo(kept);
        Files.delete(written);
    }

    private static Command.Result promtool(String verb, String folder) throws IOException {
        List<String> words = new ArrayList<>(List.of("promtool", verb, "rules"));
        Repository.files(MONITORING + folder, ".yaml").forEach(it -> words.add(it.toString()));
        return Command.run(words.toArray(String[]::new));
    }
}
