package dev.recon.formats.nacha;

import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Counts;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The files of the field: how many entries each has and how many proofs hold, or why it is
/// refused. No expected files stand beside them: the figures are those of this reader, looked
/// through.
class NachaSamplesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/samples/nacha.txt", delimiter = '|', quoteCharacter = '"')
    void aFileIsReadOrRefused(String name, int entries, int proofs, @Nullable String reason)
            throws IOException {
        Path file = Samples.folder("nacha").resolve(name);
        Samples.requireCounts(new NachaFormat(), file, new Counts(entries, proofs, reason));
    }
}
