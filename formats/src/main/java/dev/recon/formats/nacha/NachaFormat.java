package dev.recon.formats.nacha;

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

/// ACH files of Nacha: payments, returns, notifications of change, international and accounting
/// entries.
public final class NachaFormat implements Format {
    /// A file header; or a batch header or an entry, of a file that lost its beginning.
    private static final Pattern START =
            Pattern.compile(
                    "101[ \\d][^\\r\\n]{24,36}94101.*"
                            + "|5(?:200|220|225|280).{46}[A-Z]{3}.*"
                            + "|6[2-58]\\d\\d{8}\\d[^\\r\\n]{17}\\d{10}[^\\r\\n]{40,}.*"
                            + "|1101 \\d{9}.*094101.*",
                    Pattern.DOTALL);

    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.OWNER,
                    BankColumn.STATEMENT,
                    BankColumn.LINE,
                    BankColumn.VALUE_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.CURRENCY,
                    BankColumn.REVERSAL,
                    BankColumn.COUNTERPARTY,
                    BankColumn.COUNTERPARTY_ACCOUNT,
                    BankColumn.REFERENCE,
                    BankColumn.BANK_REFERENCE,
                    BankColumn.CODE,
                    BankColumn.CATEGORY,
                    BankColumn.RETURN_REASON,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "nacha";
    }

    @Override
    public String description() {
        return "ACH files of Nacha with returns, notifications of change and addenda, with their"
                + " control totals, counts and hashes proved";
    }

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.text()).matches();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (var records = new AchRecords(delivery)) {
            var table = new BankTable(entries, COLUMNS);
            var file = new AchFile(delivery, table);
            for (AchRecord each = records.next(); each != null; each = records.next()) {
                file.take(each);
            }
            file.end();
            return new Origin(name(), table.entries(), file.proofs(), List.of());
        }
    }
}
