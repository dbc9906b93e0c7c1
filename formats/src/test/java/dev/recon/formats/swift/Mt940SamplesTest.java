package dev.recon.formats.swift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.formats.bank.Samples;
import dev.recon.formats.bank.Samples.Read;
import dev.recon.formats.bank.Tree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The statements of the field are read like the files that stand beside them, also those whose
/// proof fails; what is no statement is refused.
class Mt940SamplesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "betterplace/sepa_mt9401",
                "betterplace/sepa_snippet",
                "jejik/generic",
                "jejik/knab",
                "jejik/rabobank",
                "jejik/rabobank-iban",
                "jejik/sns",
                "mBank/with_newline_in_tnr",
                "self-provided/february_30",
                "self-provided/long_statement_number",
                "self-provided/malformed_details",
                "self-provided/mt942",
                "self-provided/overly_long_details",
                "self-provided/sparkassen",
                "self-provided/transaction_details_wrapped"
            })
    void aStatementIsReadAsExpected(String name) throws IOException {
        Path folder = Samples.folder("mt940");
        List<Tree> expected = Tree.of(folder.resolve(name + ".yml")).at("transactions").items();

        List<Map<String, String>> lines = unheld(folder.resolve(name + ".sta"));

        assertThat(lines).as(name).hasSizeLessThanOrEqualTo(expected.size());
        for (int at = 0; at < lines.size(); at++) {
            requireSame(lines.get(at), expected.get(at).at("data"));
        }
    }

    private static List<Map<String, String>> unheld(Path file) throws IOException {
        return new ArrayList<>(Samples.read(new Mt940Format(), file).lines());
    }

    private static void requireSame(Map<String, String> line, Tree expected) {
        // The expected files leave the sign of a reversed credit as it is; the balances of the
        // statement hold only when it takes money out, as the standard says.
        BigDecimal amount = amount(expected.at("amount", "amount"));
        assertThat(new BigDecimal(line.getOrDefault("amount", "")))
                .isEqualByComparingTo(
                        expected.at("status").text().equals("RC") ? amount.negate() : amount);
        assertThat(line.get("value_date")).isEqualTo(day(expected.at("date")));
        String currency = expected.at("amount", "currency").text();
        assertThat(line.get("currency")).isEqualTo(currency);
        assertThat(line.get("code")).startsWith(expected.at("id").text());
        String entryDate = day(expected.at("entry_date"));
        if (!entryDate.isEmpty()) {
            assertThat(line.get("booking_date")).isEqualTo(entryDate);
        }
        assertThat(line.get("text")).isNotNull();
        requireParty(line, expected);
    }

    private static void requireParty(Map<String, String> line, Tree expected) {
        for (String[] pair :
                new String[][] {
                    {"counterparty", "applicant_name"},
                    {"counterparty_account", "applicant_iban"},
                    {"category", "posting_text"},
                }) {
            String wanted = expected.at(pair[1]).text().replaceAll("\\s+", "");
            if (!wanted.isEmpty()) {
                assertThat(line.getOrDefault(pair[0], "").replace(" ", "")).contains(wanted);
            }
        }
    }

    private static BigDecimal amount(Tree decimal) {
        return new BigDecimal(decimal.items().getFirst().text());
    }

    /// A date as Python keeps it: two bytes of the year, one of the month, one of the day.
    private static String day(Tree date) {
        if (date.items().isEmpty()) {
            return "";
        }
        String text = date.items().getFirst().text().strip();
        byte[] bytes = Base64.getMimeDecoder().decode(text);
        int year = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return LocalDate.of(year, bytes[2], bytes[3]).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "betterplace/sepa_mt9401|26|",
                "jejik/generic|2|",
                "jejik/rabobank-iban|2|",
                "jejik/sns|2|",
                "self-provided/february_30|1|",
                "self-provided/long_statement_number|1|",
                "self-provided/transaction_details_wrapped|1|",
                "self-provided/sparkassen|0|",
                "betterplace/empty_86|0|neither a balance (:60F:, :62F:) nor an entry",
                "betterplace/empty_line|0|neither a balance (:60F:, :62F:) nor an entry",
                "betterplace/missing_crlf_at_end|0|only one balance and no entry",
                "betterplace/sepa_snippet|0|closing balance EUR -4472049.09",
                "betterplace/sepa_snippet_broken|0|a second account (:25:) in one statement",
                "cmxl/account_identification_legacy|0|neither a balance",
                "cmxl/statement_number|0|neither a balance",
                "jejik/knab|0|closing balance EUR 798.98",
                "jejik/rabobank|0|closing balance EUR 395.82",
                "mBank/with_newline_in_tnr|0|closing balance PLN 860.17",
                "self-provided/malformed_details|0|closing balance EUR 12345.98",
                "self-provided/mt942|0|1 debit of together EUR 2.30 claimed",
                "self-provided/overly_long_details|0|closing balance EUR 12345.98"
            })
    void whatIsNotProvedIsHeld(String name, int proofs, String reason) throws IOException {
        Read read = Samples.read(new Mt940Format(), Samples.folder("mt940").resolve(name + ".sta"));

        if (reason == null) {
            assertThat(read.reason()).isEmpty();
            assertThat(read.origin().orElseThrow().proofs())
                    .filteredOn(proof -> proof.claim().startsWith("opening"))
                    .hasSize(proofs);
        } else {
            assertThat(read.reason()).contains(reason);
        }
    }
}
