package dev.recon.formats.swift;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Payments of SWIFT FIN in their envelope: MT101, MT103, MT202, MT205, MT900 and MT910. Messages
/// of another kind are refused by what they are.
public final class FinFormat implements Format {
    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.OWNER,
                    BankColumn.STATEMENT,
                    BankColumn.LINE,
                    BankColumn.DUE_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.CURRENCY,
                    BankColumn.COUNTERPARTY,
                    BankColumn.COUNTERPARTY_ACCOUNT,
                    BankColumn.REFERENCE,
                    BankColumn.BANK_REFERENCE,
                    BankColumn.CODE,
                    BankColumn.INSTRUCTED,
                    BankColumn.CHARGES,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "fin";
    }

    @Override
    public String description() {
        return "SWIFT FIN payments in their envelope (MT101, MT103, MT202, MT205, MT900, MT910)";
    }

    @Override
    public boolean recognises(Head head) {
        Optional<String> type = FinTypes.first(head.text());
        return type.isPresent() && !FinTypes.STATEMENTS.contains(type.get());
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (var fields = new FinReader(delivery, false)) {
            var table = new BankTable(entries, COLUMNS);
            var reader = new FinPayments(delivery, table);
            for (SwiftField field = fields.next(); field != null; field = fields.next()) {
                reader.take(field);
            }
            reader.end();
            return new Origin(name(), table.entries(), List.of(), List.of());
        }
    }
}
