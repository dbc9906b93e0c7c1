package dev.recon.formats.bai2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Read;
import dev.recon.formats.format.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The files of the field: how many entries each has and how many proofs hold, or why it is
/// refused. No expected files stand beside them: every line was checked by eye.
class Bai2SamplesTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/samples/bai2.txt", delimiter = '|', quoteCharacter = '"')
    void aFileIsReadOrRefused(String name, int entries, int proofs, String reason)
            throws IOException {
        Path file = Samples.folder("bai2").resolve(name);
        Read read = Samples.read(new Bai2Format(), file);

        assertThat(new Bai2Format().recognises(Head.of(file, Set.of()))).isTrue();
        if (reason == null) {
            assertThat(read.reason()).isEmpty();
            assertThat(read.lines()).hasSize(entries);
            assertThat(read.origin().orElseThrow().proofs()).hasSize(proofs);
        } else {
            assertThat(read.reason()).contains("found " + reason);
        }
    }
}
