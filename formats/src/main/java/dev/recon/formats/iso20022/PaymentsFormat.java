package dev.recon.formats.iso20022;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import dev.recon.formats.markup.XmlCursor;
import java.io.IOException;
import java.util.List;

/// Payments of ISO 20022 that are expected on an account: orders (`pain.001`, `pain.008`),
/// transfers between banks (`pacs.008`, `pacs.009`) and what became of them (`pain.002`,
/// `pacs.002`).
public final class PaymentsFormat implements Format {
    private static final List<BankColumn> COLUMNS =
            List.of(
                    BankColumn.ACCOUNT,
                    BankColumn.OWNER,
                    BankColumn.STATEMENT,
                    BankColumn.LINE,
                    BankColumn.DUE_DATE,
                    BankColumn.AMOUNT,
                    BankColumn.CURRENCY,
                    BankColumn.STATUS,
                    BankColumn.COUNTERPARTY,
                    BankColumn.COUNTERPARTY_ACCOUNT,
                    BankColumn.REFERENCE,
                    BankColumn.END_TO_END_ID,
                    BankColumn.INSTRUCTION_ID,
                    BankColumn.TRANSACTION_ID,
                    BankColumn.MANDATE_ID,
                    BankColumn.BATCH,
                    BankColumn.INSTRUCTED,
                    BankColumn.RETURN_REASON,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "pain-pacs";
    }

    @Override
    public String description() {
        return "ISO 20022 payments that are expected (pain.001, pain.008, pacs.008, pacs.009) and"
                + " their status (pain.002, pacs.002), with their control sums proved";
    }

    @Override
    public boolean recognises(Head head) {
        return MessageKind.begins(head, MessageKind.PAYMENT);
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (XmlCursor cursor = XmlCursor.open(delivery)) {
            MessageKind kind = MessageKind.enter(cursor, delivery);
            var table = new BankTable(entries, COLUMNS);
            var reader = new PaymentReader(delivery, kind, table, cursor);
            reader.read();
            MessageKind.leave(cursor, delivery);
            return new Origin(name(), table.entries(), reader.proofs(), reader.notes());
        }
    }
}
