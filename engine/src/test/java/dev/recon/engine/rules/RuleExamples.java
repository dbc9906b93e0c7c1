package dev.recon.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One complete rule set, everything that can be wrong with it, and the documented examples.
final class RuleExamples {
    static final String COMPLETE = resource("complete.yaml");
    private static final Pattern FENCED = Pattern.compile("(?s)```yaml\\R(.*?)```");

    private RuleExamples() {}

    /// @param find a piece of [#COMPLETE] that stands there once
    /// @param replace what stands there instead
    /// @param structural does the JSON Schema see the fault, too?
    /// @param messages of every fault, in order
    record Change(String find, String replace, boolean structural, List<String> messages) {
        static Change of(String block) {
            List<String> lines = block.lines().toList();
            return new Change(
                    lines.get(1).substring(1).strip().replace("\\n", "\n"),
                    lines.get(2).substring(1).strip().replace("\\n", "\n"),
                    lines.get(0).equals("shape"),
                    lines.stream().skip(3).map(line -> line.substring(2)).toList());
        }

        String yaml() {
            int at = COMPLETE.indexOf(find);
            if (at < 0 || COMPLETE.indexOf(find, at + 1) >= 0) {
                throw new IllegalArgumentException("not there exactly once: " + find);
            }
            return COMPLETE.replace(find, replace);
        }

        @Override
        public String toString() {
            return find + " -> " + replace;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(resource("faults.txt").split("\n\n")).skip(1).map(Change::of);
    }

    /// The whole rule sets that the reference pages show.
    static List<String> documented() {
        try {
            Path pages = Path.of("../docs/reference");
            String page =
                    Files.readString(pages.resolve("rules.md"))
                            + Files.readString(pages.resolve("transforms.md"));
            return FENCED.matcher(page)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(example -> example.contains("version:"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String resource(String name) {
        try (InputStream stream = RuleSetYaml.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
