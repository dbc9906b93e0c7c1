package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The page about security names tests that there are, and every attack of its list once.
class SecurityPageTest {
    private static final Set<String> LEFT_OUT = Set.of("node_modules", "target", ".git", "dist");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test|[\\w.-]+\\.journey\\.ts)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (S\\d+) \\|");
    private static final int ATTACKS = 21;

    private final String page = read();

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> files = files();
        List<String> named = TEST.matcher(page).results().map(one -> one.group(1)).toList();

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(named)
                .allSatisfy(name ->
                        assertThat(files)
                                .as(name)
                                .contains(name.endsWith(".ts") ? name : name + ".java"));
    }

    @Test
    void everyAttackStandsThereOnceInItsOrder() {
        assertThat(ROW.matcher(page).results().map((MatchResult one) -> one.group(1)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ATTACKS).mapToObj(id -> "S" + id).toList());
    }

    private static String read() {
        try {
            return Files.readString(Contract.root().resolve("docs/operating/security.md"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Set<String> files() throws IOException {
        Set<String> names = new HashSet<>();
        Files.walkFileTree(
                Contract.root(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return LEFT_OUT.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        names.add(file.getFileName().toString());
                        return FileVisitResult.CONTINUE;
                    }
                });
        return names;
    }
}
