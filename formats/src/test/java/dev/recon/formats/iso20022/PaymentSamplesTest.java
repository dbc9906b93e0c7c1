package dev.recon.formats.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Read;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    void aMessageIsReadOrRefused(String name, String amounts, String reason) throws IOException {
        Path file = Samples.folder("iso20022-misc").resolve(name);
        Head head = Head.of(file, Set.of());
        Format format =
                List.<Format>of(new CamtFormat(), new PaymentsFormat()).stream()
                        .filter(each -> each.recognises(head))
                        .findFirst()
                        .orElseThrow();
        Read read = Samples.read(format, file);

        assertThat(String.join(" ", read.column("amount")))
                .isEqualTo(amounts == null ? "" : amounts);
        if (reason == null) {
            assertThat(read.reason()).isEmpty();
        } else {
            assertThat(read.reason()).contains(reason);
        }
    }
}
