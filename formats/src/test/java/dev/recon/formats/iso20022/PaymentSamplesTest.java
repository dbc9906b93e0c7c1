package dev.recon.formats.iso20022;

import dev.recon.formats.bank.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The payments of the field, with their envelopes and namespaces: what is read, and why two are
/// held.
class PaymentSamplesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pacs.002-CDATA.xml||",
                "pacs.002-CDATA-namespace-noprefix.xml||",
                "pacs.002-CDATA-nonamespace.xml||",
                "pacs.002-CDATA-with-documentWrapper.xml||",
                "pacs.008.001.07.xml|5000.00|CtrlSum 10000 of the message",
                "pacs.009.001.07.xml|22423.00|CtrlSum 234234 of the message"
            })
    void aMessageIsReadOrRefused(String name, @Nullable String amounts, @Nullable String reason)
            throws IOException {
        Path file = Samples.folder("iso20022-misc").resolve(name);
        Samples.requireAmounts(
                List.of(new CamtFormat(), new PaymentsFormat()), file, amounts, reason);
    }
}
