package dev.recon.formats.iso20022;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.StatementProof;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import dev.recon.formats.markup.XmlCursor;
import java.io.IOException;
import java.util.List;

/// Account reports, statements and notifications of ISO 20022 (`camt.052`, `camt.053`, `camt.054`,
/// versions 1 to 13).
public final class CamtFormat implements Format {
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
                    BankColumn.INSTRUCTION_ID,
                    BankColumn.TRANSACTION_ID,
                    BankColumn.MANDATE_ID,
                    BankColumn.BATCH,
                    BankColumn.BANK_REFERENCE,
                    BankColumn.CHEQUE_NUMBER,
                    BankColumn.CODE,
                    BankColumn.INSTRUCTED,
                    BankColumn.CHARGES,
                    BankColumn.RETURN_REASON,
                    BankColumn.TEXT);

    @Override
    public String name() {
        return "camt";
    }

    @Override
    public String description() {
        return "ISO 20022 account reports, statements and notifications"
                + " (camt.052, camt.053, camt.054, versions 1 to 13), with their balances proved";
    }

    @Override
    public boolean recognises(Head head) {
        return MessageKind.begins(head, MessageKind.ACCOUNT);
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        try (XmlCursor cursor = XmlCursor.open(delivery)) {
            MessageKind kind = MessageKind.enter(cursor, delivery);
            var table = new BankTable(entries, COLUMNS);
            var proof = new StatementProof(delivery);
            int message = cursor.depth();
            int statements = 0;
            while (cursor.next(message)) {
                if (cursor.name().equals(kind.part())) {
                    statements++;
                    new CamtStatement(delivery, table, cursor).read(proof);
                }
            }
            if (statements == 0) {
                throw delivery.problem(
                        cursor.place(),
                        kind.code() + " without a single " + kind.part(),
                        "at least one " + kind.part() + " with the entries of an account",
                        "Ask its sender for the message with its content.");
            }
            MessageKind.leave(cursor, delivery);
            proof.end();
            return new Origin(name(), table.entries(), proof.proofs(), proof.notes());
        }
    }
}
