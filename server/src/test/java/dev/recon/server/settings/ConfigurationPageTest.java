package dev.recon.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the server reads, what the template names and what the page explains is the same.
class ConfigurationPageTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern KEY = Pattern.compile("(# )?([A-Z][A-Z0-9_]*)=(.*)");
    private static final String NOT_OURS = "# --- For the deployment alone";

    @Test
    void theTemplateNamesWhatTheServerReads() throws IOException {
        Set<String> named = new TreeSet<>();
        List<String> lines = template();
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.matches()) {
                named.add(key.group(2));
                boolean told =
                        lines.subList(0, i).reversed().stream()
                                .takeWhile(line -> !line.isBlank() && !line.startsWith("# ---"))
                                .anyMatch(line ->
                                        line.startsWith("# ") && !KEY.matcher(line).matches());
                assertThat(told).as("a comment stands above " + key.group(2)).isTrue();
            }
        }

        assertThat(named).isEqualTo(new TreeSet<>(Settings.names()));
    }

    @Test
    void thePageExplainsWhatTheServerReads() throws IOException {
        Set<String> explained = new TreeSet<>();
        Pattern name = Pattern.compile("`([A-Z][A-Z0-9_]*)`");
        for (String line : Files.readAllLines(ROOT.resolve("docs/operating/configuration.md"))) {
            if (line.startsWith("| `")) {
                Matcher found = name.matcher(line.substring(0, line.indexOf('|', 1)));
                while (found.find()) {
                    explained.add(found.group(1));
                }
            }
        }

        assertThat(explained).isEqualTo(new TreeSet<>(Settings.names()));
    }

    @Test
    void theTemplateAsItIsIsRefusedForItsSecretAlone() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : template()) {
            Matcher key = KEY.matcher(line);
            if (key.matches() && key.group(1) == null) {
                values.put(key.group(2), key.group(3));
            }
        }

        assertThatThrownBy(() -> Settings.from(values))
                .hasMessageStartingWith("JWT_SECRET is a placeholder");
        values.put("JWT_SECRET", "0123456789abcdef0123456789abcdef");
        assertThat(Settings.from(values).metrics().enabled()).isTrue();
        assertThat(Settings.from(values).warnings()).isEmpty();
    }

    private static List<String> template() throws IOException {
        List<String> all = Files.readAllLines(ROOT.resolve("config/production.env"));
        int end = all.stream().takeWhile(line -> !line.startsWith(NOT_OURS)).toList().size();
        return all.subList(0, end);
    }
}
