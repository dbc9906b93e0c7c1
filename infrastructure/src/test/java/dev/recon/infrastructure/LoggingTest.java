package dev.recon.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is printed arrives where it is looked for.
class LoggingTest {
    private static final String FOLDER = "infrastructure/logging/";
    private static final List<String> STREAMS = List.of("app", "audit", "ingress");

    @Test
    void podNamespaceAndContainerAreReadFromTheNameOfTheFile() throws IOException {
        Pattern name = parser("file-name");
        String id = "0123456789abcdef".repeat(4);
        assertNamed(
                name.matcher(
                        "/var/log/containers/backend-7d9c5b6f4-x2x8q_reconciliation_backend-"
                                + id
                                + ".log"),
                List.of("backend-7d9c5b6f4-x2x8q", "reconciliation", "backend"));
        assertNamed(
                name.matcher(
                        "/var/log/containers/postgres-backup-29401440-abcde_reconciliation"
                                + "_postgres-backup-"
                                + id
                                + ".log"),
                List.of("postgres-backup-29401440-abcde", "reconciliation", "postgres-backup"));
        assertThat(name.matcher("/var/log/containers/other.log").matches()).isFalse();
    }

    @Test
    void theRuntimesFrameComesOff() throws IOException {
        Matcher line =
                parser("cri")
                        .matcher("2026-11-28T08:00:00.123456789Z stdout F {\"message\":\"a b\"}");
        assertThat(line.matches()).isTrue();
        assertThat(line.group("log")).isEqualTo("{\"message\":\"a b\"}");
        assertThat(line.group("stream")).isEqualTo("stdout");
    }

    @Test
    void everyParserThatIsNamedIsThere() throws IOException {
        Tree shipper = Tree.document(Repository.read(FOLDER + "fluent-bit.yaml"));
        for (Tree filter : shipper.at("pipeline", "filters").list()) {
            if (filter.at("parser").isPresent()) {
                assertThat(Repository.read(FOLDER + "parsers.conf"))
                        .containsPattern("Name +" + filter.at("parser").text() + "\n");
            }
        }
        assertThat(shipper.at("pipeline", "inputs").list())
                .extracting(it -> it.at("path").text())
                .containsExactly(
                        "/var/log/containers/*_reconciliation_*.log",
                        "/var/log/containers/*_ingress-nginx_*.log");
    }

    @Test
    void everyStreamHasATemplateAndALifeCycle() throws IOException {
        Tree shipper = Tree.document(Repository.read(FOLDER + "fluent-bit.yaml"));
        assertThat(shipper.at("pipeline", "outputs").list())
                .allSatisfy(it -> {
                    assertThat(it.at("suppress_type_name").text()).isEqualTo("on");
                    assertThat(it.at("write_operation").text()).isEqualTo("create");
                })
                .extracting(it -> it.at("index").text())
                .containsExactlyElementsOf(
                        STREAMS.stream()
                                .map(it -> "logs-reconciliation." + it + "-default")
                                .toList());
        for (String stream : STREAMS) {
            Tree template = template(stream);
            assertThat(template.at("index_patterns").texts())
                    .containsExactly("logs-reconciliation." + stream + "-*");
            assertThat(template.at("template", "mappings", "dynamic").is(false)).isTrue();
            String policy =
                    template.at("template", "settings", "index", "lifecycle", "name").text();
            Tree life =
                    Tree.document(
                            Repository.read(
                                    FOLDER + policy.replace("reconciliation", "ilm") + ".json"));
            assertThat(life.at("policy", "phases", "delete", "min_age").text())
                    .isEqualTo(stream.equals("audit") ? "400d" : "14d");
        }
    }

    @Test
    void theLinesOfThePageHaveTheFieldsOfTheTemplate() throws IOException {
        Matcher format =
                Pattern.compile("(?s)log_format ecs escape=json\\s+(.*?);\n")
                        .matcher(Repository.read("infrastructure/docker/nginx.conf"));
        assertThat(format.find()).isTrue();
        String line =
                format.group(1)
                        .replaceAll("'\\s*\n\\s*'", "")
                        .replaceAll("^'|'$", "")
                        .replaceAll("\\$(status|request_time)", "1")
                        .replaceAll("\\$[a-z0-9_]+", "x");
        Set<String> unmapped = new HashSet<>();
        collect(Tree.document(line), template("app").at("template", "mappings"), "", unmapped);
        assertThat(unmapped).containsExactly(".seconds");
    }

    @Test
    void everyDatasetThatIsLookedForIsWritten() throws IOException {
        Pattern word = Pattern.compile("recon\\\\*\\.([a-z]+)");
        Set<String> written =
                words(word, "server/src/main/java/dev/recon/server/trace/Dataset.java");
        written.addAll(words(word, "infrastructure/docker/nginx.conf"));
        Set<String> wanted = words(word, FOLDER + "kibana/objects.ndjson");
        Tree shipper = Tree.document(Repository.read(FOLDER + "fluent-bit.yaml"));
        shipper.at("pipeline", "filters").list().stream()
                .filter(it -> it.at("rule").isPresent())
                .map(it -> it.at("rule").text())
                .forEach(rule -> {
                    assertThat(rule)
                            .as("the field is below another")
                            .startsWith("$event['dataset'] ");
                    wanted.addAll(word.matcher(rule).results().map(it -> it.group(1)).toList());
                });

        assertThat(wanted).contains("audit", "security", "run");
        assertThat(written).containsAll(wanted);
    }

    private static Set<String> words(Pattern word, String file) throws IOException {
        Set<String> all = new HashSet<>();
        word.matcher(Repository.read(file)).results().forEach(found -> all.add(found.group(1)));
        return all;
    }

    @Test
    void theObjectsOfKibanaHoldTogether() throws IOException {
        List<Tree> objects = new ArrayList<>();
        for (String line : Repository.read(FOLDER + "kibana/objects.ndjson").lines().toList()) {
            objects.add(Tree.document(line));
        }
        List<String> names =
                objects.stream()
                        .map(it -> it.at("type").text() + " " + it.at("id").text())
                        .toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains("dashboard recon-errors", "dashboard recon-security")
                .contains("dashboard recon-runs", "dashboard recon-slow")
                .contains("index-pattern recon-app", "index-pattern recon-audit")
                .contains("index-pattern recon-access", "index-pattern recon-ingress");
        assertThat(objects)
                .flatExtracting(it -> it.at("references").list())
                .allSatisfy(it ->
                        assertThat(names)
                                .contains(it.at("type").text() + " " + it.at("id").text()));
    }

    private static Pattern parser(String name) throws IOException {
        Matcher matcher =
                Pattern.compile("Name +" + name + "\n +Format +regex\n +Regex +(.*)\n")
                        .matcher(Repository.read(FOLDER + "parsers.conf"));
        assertThat(matcher.find()).isTrue();
        // Java's group names have no underscores.
        Matcher group = Pattern.compile("\\?<([a-z_]+)>").matcher(matcher.group(1));
        return Pattern.compile(group.replaceAll(it -> "?<" + it.group(1).replace("_", "") + ">"));
    }

    private static void assertNamed(Matcher file, List<String> expected) {
        assertThat(file.matches()).isTrue();
        assertThat(
                        List.of(
                                file.group("orchestratorresourcename"),
                                file.group("orchestratornamespace"),
                                file.group("containername")))
                .isEqualTo(expected);
    }

    private static Tree template(String stream) throws IOException {
        return Tree.document(Repository.read(FOLDER + "template-" + stream + ".json"));
    }

    private static void collect(Tree value, Tree mapping, String path, Set<String> unmapped) {
        value.map()
                .forEach((name, item) -> {
                    Tree field = mapping.at("properties", name);
                    if (!field.isPresent()) {
                        unmapped.add(path + "." + name);
                    } else if (!item.map().isEmpty()) {
                        collect(item, field, path + "." + name, unmapped);
                    }
                });
    }
}
