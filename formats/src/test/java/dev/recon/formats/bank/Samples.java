package dev.recon.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Limits;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Samples of the field, which do not belong to the repository, and how they are read: also what
/// was read of a file that is refused in the end.
public final class Samples {
    private Samples() {}

    /// A folder of samples; the test that asks is skipped where it is missing.
    public static Path folder(String name) {
        String named = System.getenv("RECON_SHARED");
        Optional<Path> found =
                named == null ? above(name) : Optional.of(Path.of(named, "data", "bank", name));
        assumeThat(found.filter(Files::isDirectory))
                .as("skipped: there is no shared folder with the samples of " + name)
                .isPresent();
        return found.orElseThrow();
    }

    private static Optional<Path> above(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared/data/bank").resolve(name);
            if (Files.isDirectory(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// Reads a file by the one of these formats that knows it: these amounts, one after the other,
    /// and this reason why it is refused, where it is.
    public static void requireAmounts(
            List<Format> formats, Path path, @Nullable String amounts, @Nullable String reason)
            throws IOException {
        Head head = Head.of(path, Set.of());
        Format format =
                formats.stream().filter(each -> each.recognises(head)).findFirst().orElseThrow();
        Read read = read(format, path);

        assertThat(String.join(" ", read.column("amount")))
                .isEqualTo(amounts == null ? "" : amounts);
        requireReason(read, reason);
    }

    /// How many entries of a file are read and how many of its proofs hold.
    ///
    /// @param reason why it is refused, where it is; then nothing is counted
    public record Counts(int entries, int proofs, @Nullable String reason) {}

    /// Reads a file by a format that knows it.
    public static void requireCounts(Format format, Path path, Counts counts) throws IOException {
        Read read = read(format, path);

        assertThat(format.recognises(Head.of(path, Set.of()))).isTrue();
        if (counts.reason == null) {
            requireReason(read, null);
            assertThat(read.lines()).hasSize(counts.entries);
            assertThat(read.origin().orElseThrow().proofs()).hasSize(counts.proofs);
        } else {
            requireReason(read, "found " + counts.reason);
        }
    }

    private static void requireReason(Read read, @Nullable String reason) {
        if (reason == null) {
            assertThat(read.reason()).isEmpty();
        } else {
            assertThat(read.reason()).contains(reason);
        }
    }

    /// Reads a file by a format.
    public static Read read(Format format, Path path) throws IOException {
        var table = new Collected();
        var delivery =
                new Delivery(
                        path, String.valueOf(path.getFileName()), Limits.standard(), Choices.NONE);
        try {
            Origin origin = format.unfold(delivery, table);
            return new Read(table.lines, Optional.of(origin), Optional.empty());
        } catch (InputProblem refused) {
            return new Read(table.lines, Optional.empty(), Optional.of(refused.problem()));
        }
    }

    /// The lines of a table, and what became of the file.
    public record Read(
            List<Map<String, String>> lines, Optional<Origin> origin, Optional<Problem> problem) {
        /// The cells of a column, line by line.
        public List<String> column(String name) {
            return lines.stream().map(line -> line.getOrDefault(name, "")).toList();
        }

        /// Why it was refused; an empty text if it was not.
        public String reason() {
            return problem.map(Problem::sentence).orElse("");
        }
    }

    private static final class Collected implements EntryWriter {
        private final List<Map<String, String>> lines = new ArrayList<>();
        private List<String> header = List.of();

        @Override
        public void header(List<String> columns) {
            header = columns;
        }

        @Override
        public void line(List<String> cells) {
            Map<String, String> line = new LinkedHashMap<>();
            for (int at = 0; at < cells.size(); at++) {
                line.put(header.get(at), cells.get(at));
            }
            lines.add(line);
        }
    }
}
