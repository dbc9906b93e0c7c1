package dev.recon.formats.iso20022;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.money.Currency;
import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Read;
import dev.recon.formats.bank.Tree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The messages of the field are read like the files that stand beside them.
class CamtSamplesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "camt052.v2.with-account-name",
                "camt052.v6",
                "camt052.v8",
                "camt053.v2.minimal",
                "camt053.v2.minimal.ultimate",
                "camt053.v8",
                "camt054.v2",
                "camt054.v8",
                "camt054.v8-with-financial-institution",
                "camt53.only-Dt-with-DtTm"
            })
    void aMessageIsReadAsExpected(String name) throws IOException {
        Path folder = Samples.folder("camt");
        Read read = Samples.read(new CamtFormat(), folder.resolve(name + ".xml"));
        List<Tree> expected = Tree.of(folder.resolve(name + ".json")).at("getEntries").items();

        Map<String, List<Map<String, String>>> entries =
                read.lines().stream()
                        .collect(
                                groupingBy(
                                        line -> line.getOrDefault("line", ""),
                                        LinkedHashMap::new,
                                        java.util.stream.Collectors.toList()));
        assertThat(entries).hasSameSizeAs(expected);
        int at = 0;
        for (List<Map<String, String>> lines : entries.values()) {
            requireSame(lines, expected.get(at++));
        }
    }

    private static void requireSame(List<Map<String, String>> lines, Tree expected) {
        Map<String, String> first = lines.getFirst();
        String currency = expected.at("getAmount", "getCurrency", "getCode").text();
        BigDecimal amount =
                new BigDecimal(expected.at("getAmount", "getAmount").text())
                        .movePointLeft(Currency.of(currency).decimals());
        BigDecimal read =
                lines.stream()
                        .map(line -> new BigDecimal(line.getOrDefault("amount", "")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(read).isEqualByComparingTo(amount);
        assertThat(first)
                .containsEntry("currency", currency)
                .containsEntry("status", expected.at("getStatus").text())
                .containsEntry("booking_date", day(expected.at("getBookingDate", "0")))
                .containsEntry("value_date", day(expected.at("getValueDate", "0")))
                .containsEntry("bank_reference", expected.at("getAccountServicerReference").text())
                .containsEntry(
                        "account",
                        expected.at("getRecord", "getAccount", "getIdentification").text());
        for (Tree detail : expected.at("getTransactionDetails").items()) {
            requireWithin(lines, detail);
        }
        requireWithin(lines, expected.at("getTransactionDetail"));
    }

    private static void requireWithin(List<Map<String, String>> lines, Tree detail) {
        assertThat(String.join(" ", cells(lines, "end_to_end_id")))
                .contains(detail.at("getReference", "getEndToEndId").text());
        Tree remittance = detail.at("getRemittanceInformation");
        for (Tree block : remittance.at("getUnstructuredBlocks").items()) {
            assertThat(String.join(" ", cells(lines, "text")))
                    .contains(block.at("getMessage").text());
        }
        assertThat(String.join(" ", cells(lines, "reference")))
                .contains(remittance.at("getCreditorReferenceInformation", "getRef").text());
    }

    private static List<String> cells(List<Map<String, String>> lines, String column) {
        return lines.stream().map(line -> line.getOrDefault(column, "")).toList();
    }

    private static String day(Tree instant) {
        return instant.text().isEmpty() ? "" : instant.text().substring(0, 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camt053.v2.minimal.xml|line 60|SEK -27.00 in statement",
                "camt053.v2.minimal.ultimate.xml|line 60|SEK -27.00 in statement",
                "camt053.v8.xml|line 80|SEK -27.00 in statement",
                "camt053.v2.wrong.xml||camt.053 without a single Stmt"
            })
    void whatIsNotProvedIsHeld(String name, String place, String reason) throws IOException {
        Read read = Samples.read(new CamtFormat(), Samples.folder("camt").resolve(name));

        assertThat(read.reason()).contains(place == null ? "" : place).contains(reason);
    }

    @Test
    void aStatementWithoutEntriesIsNoError() throws IOException {
        Path sample = Samples.folder("camt").resolve("camt53.only-Dt-with-DtTm.xml");
        Read read = Samples.read(new CamtFormat(), sample);

        assertThat(read.lines()).isEmpty();
        assertThat(read.reason()).isEmpty();
    }
}
