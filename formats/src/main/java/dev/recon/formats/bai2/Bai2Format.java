package dev.recon.formats.bai2;

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

/// Cash management balance reports of BAI, version 2.
public final class Bai2Format implements Format {
    private static final Pattern START =
            Pattern.compile(
                    "01,[^,\\r\\n]*,[^,\\r\\n]*,\\d{6},\\d{0,4},[^\\r\\n]*", Pattern.DOTALL);

    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.STATEMENT,
                    BankColumn.LINE,
                    BankColumn.BOOKING_DATE,
                    BankColumn.VALUE_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.CURRENCY,
                    BankColumn.REFERENCE,
                    BankColumn.BANK_REFERENCE,
                    BankColumn.CODE,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "bai2";
    }

    @Override
    public String description() {
        return "BAI2 cash management reports, with their control totals, counts and balances"
                + " proved";
    }

    @Override
    public boolean recognises(Head head) {
        return START.matcher(head.text()).lookingAt();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (var records = new Bai2Records(delivery)) {
            var table = new BankTable(entries, COLUMNS);
            var report = new Bai2Report(delivery, table);
            for (Bai2Record each = records.next(); each != null; each = records.next()) {
                report.take(each, records.counted());
            }
            report.end();
            return new Origin(name(), table.entries(), report.proofs(), report.notes());
        }
    }
}
