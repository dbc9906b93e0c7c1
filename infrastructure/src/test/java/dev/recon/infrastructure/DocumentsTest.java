package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents tell operators to type would work.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern SETTING = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
    private static final Pattern OF_POSTGRES = Pattern.compile("`(log_[a-z_]+)`");
    private static final Pattern PAGE = Pattern.compile("\\bdocs/[A-Za-z0-9/-]+\\.md");
    private static final Pattern VERB = Pattern.compile("(?m)^  ([a-z]+) ");

    @Test
    void everyKubectlCommandFitsWhatIsDeployed() throws IOException {
        Overlay production = Overlay.of("production");
        // Some parts are of the overlay with three nodes, or of what ships backups, alone.
        List<Overlay> others = List.of(Overlay.of("ha"), Overlay.with("backup-ship"));
        List<String> faults = new ArrayList<>();
        int count = 0;
        for (String command : commands("kubectl ")) {
            if (!fitsOneOf(others, command)) {
                faults.addAll(KubectlCommand.faults(production, command));
            }
            count++;
        }
        assertThat(faults).isEmpty();
        assertThat(count).isGreaterThan(40);
    }

    @Test
    void everyScriptThatIsNamedIsThereAndKnowsTheVerb() throws IOException {
        String help = Command.run("scripts/deploy-production.sh", "help").output();
        List<String> verbs = VERB.matcher(help).results().map(it -> it.group(1)).toList();
        assertThat(verbs).contains("deploy", "rollback", "status", "cleanup");
        for (String command : commands("scripts/")) {
            List<String> words = Commands.words(command);
            assertThat(Repository.path(words.getFirst())).as(command).exists();
            if (!words.getFirst().startsWith("scripts/deploy/")) {
                assertThat(Repository.path(words.getFirst())).as(command).isExecutable();
            }
            if (words.getFirst().endsWith("deploy-production.sh") && words.size() > 1) {
                assertThat(verbs).as(command).contains(words.get(1));
            }
        }
    }

    @Test
    void everyComposeCommandFindsItsFilesAndItsPasswords() throws IOException {
        List<String> commands = commands("docker compose ");
        assertThat(commands)
                .hasSizeGreaterThan(1)
                .allSatisfy(command -> {
                    List<String> words = Commands.words(command);
                    assertThat(after(words, "--env-file")).isEqualTo(".env.production");
                    assertThat(Repository.path(after(words, "-f"))).exists();
                });
    }

    @Test
    void everySettingAndPageThatARunbookNamesIsThere() throws IOException {
        String template = Repository.read("config/production.env");
        String postgres =
                Repository.read("infrastructure/kubernetes/base/postgres/postgresql.conf");
        List<String> faults = new ArrayList<>();
        for (Path page : Repository.files("docs/runbooks", ".md")) {
            String text = Files.readString(page);
            found(SETTING, text)
                    .filter(it -> !template.matches("(?s).*\\n(?:# )?" + it + "=.*"))
                    .forEach(it -> faults.add(page + ": no setting " + it));
            found(OF_POSTGRES, text)
                    .filter(it -> !postgres.matches("(?s).*\\n" + it + " = (?!off).*"))
                    .forEach(it -> faults.add(page + ": PostgreSQL does not " + it));
            found(PAGE, text)
                    .filter(it -> !Files.exists(Repository.path(it)))
                    .forEach(it -> faults.add(page + ": no page " + it));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> page.resolveSibling(link.group(1)))
                    .forEach(it -> assertThat(it).as(page.toString()).exists());
        }
    }

    @Test
    void aCommandThatWouldFailIsSeen() throws IOException {
        Overlay production = Overlay.of("production");
        assertThat(
                        List.of(
                                "kubectl logs -n reconciliation --all-containers=true",
                                "kubectl get pods -n reconcilation",
                                "kubectl exec -n reconciliation deployment/database -- psql",
                                "kubectl describe pod -n reconciliation -l app=back",
                                "kubectl set image deployment/backend app=x -n reconciliation"))
                .allSatisfy(it -> assertThat(KubectlCommand.faults(production, it)).isNotEmpty());
    }

    private static String after(List<String> words, String flag) {
        assertThat(words).contains(flag);
        return words.get(words.indexOf(flag) + 1);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(it.groupCount()));
    }

    private static boolean fitsOneOf(List<Overlay> overlays, String command) throws IOException {
        for (Overlay overlay : overlays) {
            if (KubectlCommand.faults(overlay, command).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(Repository.files("docs/runbooks", ".md"));
        pages.addAll(Repository.files("docs/operating", ".md"));
        return pages;
    }

    private static List<String> commands(String start) throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path page : pages()) {
            Commands.of(Files.readString(page)).stream()
                    .map(it -> it.startsWith("./scripts/") ? it.substring(2) : it)
                    .filter(it -> it.startsWith(start))
                    .forEach(commands::add);
        }
        return commands;
    }
}
