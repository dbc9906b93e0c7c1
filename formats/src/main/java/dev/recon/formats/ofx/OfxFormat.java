package dev.recon.formats.ofx;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Bank and card statements of OFX 1 (SGML) and 2 (XML), also as QFX and QBO.
public final class OfxFormat implements Format {
    private static final Pattern START =
            Pattern.compile(
                    "OFXHEADER\\s*:.*|<\\?OFX\\s.*|<OFX>.*|<\\?xml[^>]*>\\s*(<\\?OFX\\s|<OFX>).*",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.LINE,
                    BankColumn.BOOKING_DATE,
                    BankColumn.VALUE_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.CURRENCY,
                    BankColumn.COUNTERPARTY,
                    BankColumn.COUNTERPARTY_ACCOUNT,
                    BankColumn.REFERENCE,
                    BankColumn.BANK_REFERENCE,
                    BankColumn.CHEQUE_NUMBER,
                    BankColumn.CODE,
                    BankColumn.INSTRUCTED,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "ofx";
    }

    @Override
    public String description() {
        return "bank and card statements of OFX 1 (SGML) and 2 (XML), also called QFX and QBO";
    }

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.text()).matches();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (var tokens = new OfxTokens(delivery)) {
            var table = new BankTable(entries, COLUMNS);
            var reader = new OfxReader(delivery, table);
            for (OfxTokens.Token token = tokens.next(); token != null; token = tokens.next()) {
                reader.take(token);
            }
            reader.end();
            return new Origin(name(), table.entries(), List.of(), reader.notes());
        }
    }
}
