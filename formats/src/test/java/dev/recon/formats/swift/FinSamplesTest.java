package dev.recon.formats.swift;

import dev.recon.formats.bank.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The messages of the field: payments are read, other kinds are refused by what they are.
class FinSamplesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MT101.fin|-14.00|",
                "MT103-bulk-with-ack.rje|3700.00 1321.00 1417.80|",
                "MT305.fin||an MT305 (foreign exchange",
                "MT341.fin||an MT341 (foreign exchange",
                "MT360.fin||an MT360 (foreign exchange",
                "MT362.fin||an MT362 (foreign exchange",
                "SWIFTMT300_0000039099_0002.txt||an MT300 (foreign exchange",
                "sample_JPchar.txt||as month and day"
            })
    void aMessageIsReadOrRefused(String name, @Nullable String amounts, @Nullable String reason)
            throws IOException {
        Path file = Samples.folder("swift-fin").resolve(name);
        Samples.requireAmounts(List.of(new Mt940Format(), new FinFormat()), file, amounts, reason);
    }
}
