package dev.recon.formats.qif;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.TextLines;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Entries of Quicken Interchange Format: bank, cash and card accounts.
public final class QifFormat implements Format {
    private static final Pattern START =
            Pattern.compile(
                    "!(Type:|Account|Option:|Clear:).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.LINE,
                    BankColumn.BOOKING_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.STATUS,
                    BankColumn.COUNTERPARTY,
                    BankColumn.REFERENCE,
                    BankColumn.CATEGORY,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "qif";
    }

    @Override
    public String description() {
        return "Quicken Interchange Format: entries of bank, cash and card accounts";
    }

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.text()).matches();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        var dialect = new QifDialect(delivery);
        try (var lines = new TextLines(delivery)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isEmpty()) {
                    dialect.learn(line.charAt(0), line.substring(1));
                }
            }
        }
        dialect.requireOneOrder();
        try (var lines = new TextLines(delivery)) {
            var table = new BankTable(entries, COLUMNS);
            var reader = new QifReader(delivery, dialect, table);
            for (String line = lines.next(); line != null; line = lines.next()) {
                reader.take(line, lines.number());
            }
            reader.end(lines.place());
            return new Origin(name(), table.entries(), List.of(), reader.notes());
        }
    }
}
