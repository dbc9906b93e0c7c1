package dev.recon.formats.nacha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Read;
import dev.recon.formats.format.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The files of the field: how many entries each has and how many proofs hold, or why it is
/// refused. No expected files stand beside them: every line was checked by eye.
class NachaSamplesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0.ach|0|0|a record that begins with '5'",
                "1.ach|0|0|a record that begins with '5'",
                "20110729A-invalid.ach|0|0|record size, blocking factor and format '94101U'",
                "4.ach|0|0|a record of 3664 characters",
                "FISERV-ZEROFILE-PIMRET825324_032720_110221.ach|0|1|",
                "Iat-invalidAddenda13.ach|0|0|a credit",
                "adv-invalidBatchEntries.ach|0|0|an addenda record (7) without an entry",
                "adv.ach|2|2|",
                "cor-example.ach|1|2|",
                "flattenADVBatchesMultipleBatchHeaders.ach|12|0|the total credit USD 6000.00 in the control record o",
                "flattenADVBatchesOneBatchHeader.ach|12|5|",
                "flattenBatchesMultipleBatchHeaders.ach|12|5|",
                "flattenIATBatchesMultipleBatchHeaders.ach|12|5|",
                "flattenIATBatchesOneBatchHeader.ach|12|5|",
                "iat-addenda98.ach|1|2|",
                "iat-addenda99.ach|1|2|",
                "iat-batchHeaderErr.ach|0|0|a record that begins with '5'",
                "iat-debit.ach|1|2|",
                "iat-invalidAddenda10.ach|1|0|a debit",
                "iat-invalidAddenda11.ach|0|0|a credit",
                "iat-invalidAddenda16.ach|0|0|a credit",
                "iat-invalidAddendaRecordIndicator.ach|1|2|",
                "iat-invalidBatchHeader.ach|0|0|the service class '100'",
                "invalid-two-micro-deposits.ach|5|0|the amount '00CCC00004'",
                "loan-credit.ach|1|2|",
                "long-line.ach|1|2|",
                "moov-ids.ach|4|0|the entry hash 9999999999 in the control record of t",
                "nonascii-utf8.ach|1|0|the entry and addenda count 1 in the control record ",
                "pos-invalidEntryDetail.ach|1|2|",
                "pos-invalidReturnFile.ach|1|2|",
                "ppd-debit-customTraceNumber.ach|1|2|",
                "ppd-debit-fixedLengthInvalid.ach|0|0|a record of 471 characters",
                "ppd-debit-invalid-entryDetail-checkDigit.ach|0|0|the check digit '5' of the routing number 23138010",
                "ppd-debit.ach|1|2|",
                "ppd-mixedDebitCredit-invalid.ach|2|2|",
                "return-PPD-custom-reason-code.ach|1|2|",
                "return-WEB.ach|2|3|",
                "return-no-batch-header.ach|0|0|a record that begins with '6'",
                "short-line.ach|1|2|",
                "two-micro-deposits.ach|6|3|",
                "txp-debit.ach|1|2|",
                "web-debit.ach|6|4|"
            })
    void aFileIsReadOrRefused(String name, int entries, int proofs, String reason)
            throws IOException {
        Path file = Samples.folder("nacha").resolve(name);
        Read read = Samples.read(new NachaFormat(), file);

        assertThat(new NachaFormat().recognises(Head.of(file, Set.of()))).isTrue();
        if (reason == null) {
            assertThat(read.reason()).isEmpty();
            assertThat(read.lines()).hasSize(entries);
            assertThat(read.origin().orElseThrow().proofs()).hasSize(proofs);
        } else {
            assertThat(read.reason()).contains("found " + reason);
        }
    }
}
