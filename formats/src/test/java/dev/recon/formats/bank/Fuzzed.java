package dev.recon.formats.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.engine.read.InputProblem;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Limits;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What must hold of a format for any bytes: it reads them twice to the same lines, or refuses them
/// with a reason; amounts are plain decimals and lines are as wide as the header.
public final class Fuzzed {
    private Fuzzed() {}

    /// Tries one input.
    public static void requireSound(Format format, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("recon-fuzz", ".bin");
        try {
            Files.write(file, bytes);
            format.recognises(Head.of(file, Set.of()));
            assertThat(read(format, file)).isEqualTo(read(format, file));
        } finally {
            Files.delete(file);
        }
    }

    private static String read(Format format, Path file) throws IOException {
        var table = new Checked();
        var delivery = new Delivery(file, "given", Limits.standard(), Choices.NONE);
        try {
            Origin origin = format.unfold(delivery, table);
            assertThat(origin.entries()).isEqualTo(table.lines);
        } catch (InputProblem refused) {
            assertThat(refused.problem().mend()).isNotBlank();
            table.all.append(refused.problem().sentence());
        } catch (CharacterCodingException refused) {
            table.all.append("no text");
        }
        return table.all.toString();
    }

    private static final class Checked implements EntryWriter {
        private final StringBuilder all = new StringBuilder();
        private List<String> header = List.of();
        private long lines;

        @Override
        public void header(List<String> columns) {
            assertThat(header).isEmpty();
            header = List.copyOf(columns);
        }

        @Override
        public void line(List<String> cells) {
            lines++;
            assertThat(cells).hasSameSizeAs(header);
            assertThat(cells.get(header.indexOf("amount"))).matches("(-?\\d+(\\.\\d+)?)?");
            all.append(cells).append('\n');
        }
    }
}
