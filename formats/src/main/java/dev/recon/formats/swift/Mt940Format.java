package dev.recon.formats.swift;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.StatementProof;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Account statements of SWIFT: MT940, MT942 and MT950, with or without their envelope.
public final class Mt940Format implements Format {
    private static final Pattern START =
            Pattern.compile(
                    "(?:(?::?940:?|MT940|F01[^\\r\\n]*)?\\s*[\\r\\n]+\\s*)?"
                            + ":(?:20|25P?|28C?|60[FM]|61|62[FM]|86):.*",
                    Pattern.DOTALL);

    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.STATEMENT,
                    BankColumn.LINE,
                    BankColumn.BOOKING_DATE,
                    BankColumn.VALUE_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.CURRENCY,
                    BankColumn.STATUS,
                    BankColumn.REVERSAL,
                    BankColumn.COUNTERPARTY,
                    BankColumn.COUNTERPARTY_ACCOUNT,
                    BankColumn.REFERENCE,
                    BankColumn.END_TO_END_ID,
                    BankColumn.MANDATE_ID,
                    BankColumn.BANK_REFERENCE,
                    BankColumn.CODE,
                    BankColumn.CATEGORY,
                    BankColumn.INSTRUCTED,
                    BankColumn.RETURN_REASON,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "mt940";
    }

    @Override
    public String description() {
        return "SWIFT account statements (MT940, MT942, MT950), with or without their envelope, in"
                + " the dialects of German, Dutch and Polish banks";
    }

    @Override
    public boolean recognises(Head head) {
        String text = head.text().replaceFirst("^[\\x00-\\x20]+", "");
        return FinTypes.first(text)
                .map(FinTypes.STATEMENTS::contains)
                .orElseGet(() -> !text.startsWith("{") && START.matcher(text).matches());
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (var fields = new FinReader(delivery, true)) {
            var table = new BankTable(entries, COLUMNS);
            var proof = new StatementProof(delivery);
            var dates = new SwiftDates(delivery);
            var reader = new Mt940Reader(delivery, table, proof, dates);
            for (SwiftField field = fields.next(); field != null; field = fields.next()) {
                reader.take(field);
            }
            reader.end();
            proof.end();
            List<String> notes = new ArrayList<>(proof.notes());
            notes.addAll(dates.notes());
            return new Origin(name(), table.entries(), proof.proofs(), notes);
        }
    }
}
