package dev.recon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.propose.Proposal;
import dev.recon.engine.propose.Proposer;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.Inspection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What ties two files together is the same for every size of them, though of large ones a sample
/// alone is looked at, in which running numbers of both sides are mostly the same.
class SizesTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {500, 3_000, 20_000, 100_000, 300_000})
    void theInvoiceIsTheReference(int rows) throws IOException {
        Generator.generate(folder, rows, 1);
        Proposal proposal = Proposer.propose(inspect("ledger"), inspect("bank"), Map.of());
        List<String> reference =
                proposal.fields().stream()
                        .filter(field -> field.field().equals("reference"))
                        .flatMap(field -> field.left().stream())
                        .toList();
        assertThat(reference).containsExactly("invoice");
    }

    private Inspection inspect(String name) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (FileBytes bytes = FileBytes.open(file, file.getFileName().toString())) {
            return Inspection.of(bytes, StandardCharsets.UTF_8);
        }
    }
}
