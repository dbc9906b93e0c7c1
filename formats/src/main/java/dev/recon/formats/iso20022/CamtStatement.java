package dev.recon.formats.iso20022;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.Statement;
import dev.recon.formats.bank.Statement.Balance;
import dev.recon.formats.bank.StatementProof;
import dev.recon.formats.bank.StatementProof.Tally;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.markup.XmlCursor;
import dev.recon.formats.markup.XmlNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one report, statement or notification of a message.
final class CamtStatement {
    private final Delivery delivery;
    private final Amounts amounts;
    private final BankTable table;
    private final XmlCursor cursor;
    private final XmlNode head;
    private final SummaryTally summary;

    /// @param cursor at the beginning of the statement
    CamtStatement(Delivery delivery, BankTable table, XmlCursor cursor) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
        this.table = table;
        this.cursor = cursor;
        this.head = new XmlNode(cursor.name(), cursor.place(), "");
        this.summary = new SummaryTally(delivery);
    }

    /// Reads it to its end, writes its entries and proves it.
    void read(StatementProof proof) throws IOException {
        int own = cursor.depth();
        Statement statement = null;
        Tally tally = null;
        while (cursor.next(own)) {
            if (!cursor.name().equals("Ntry")) {
                head.add(cursor.node());
                continue;
            }
            if (statement == null || tally == null) {
                statement = statement();
                tally = begin(proof, statement);
            }
            var entry = new CamtEntry(delivery, table, statement, cursor);
            Balance amount = entry.read(cursor);
            summary.add(amount, entry.isBooked());
            if (entry.isBooked()) {
                tally.booked(amount);
            }
        }
        if (tally == null) {
            tally = begin(proof, statement());
        }
        Balance closing = balance("CLBD", "");
        if (closing != null) {
            tally.closing(closing);
        }
        tally.end();
        summary.prove(head, statement().subject()).forEach(proof::add);
    }

    /// Balances stand before the entries, as the schema has them; the opening one is known here.
    private Tally begin(StatementProof proof, Statement statement) {
        Tally tally = proof.begin(statement);
        Balance opening = balance("OPBD", "PRCD");
        if (opening != null) {
            tally.opening(opening);
        }
        return tally;
    }

    private Statement statement() {
        String number = head.first("LglSeqNb", "ElctrncSeqNb");
        String page = head.first("StmtPgntn/PgNb", "RptPgntn/PgNb", "NtfctnPgntn/PgNb");
        String id = head.first("Id");
        return new Statement(
                Party.account(head, "Acct"),
                number(number),
                number(page),
                id.isEmpty() ? number : id,
                head.place());
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    /// The first balance of a kind; `other` stands in where there is none.
    private @Nullable Balance balance(String kind, String other) {
        Balance substitute = null;
        for (XmlNode node : head.all("Bal")) {
            String found = node.first("Tp/CdOrPrtry/Cd", "Tp/Cd");
            if (found.equals(kind)) {
                return balance(node);
            }
            if (substitute == null && found.equals(other)) {
                substitute = balance(node);
            }
        }
        return substitute;
    }

    private Balance balance(XmlNode node) {
        List<XmlNode> given = node.all("Amt");
        if (given.isEmpty()) {
            throw delivery.problem(
                    node.place(), "a balance without an amount", "Amt with Ccy", Mend.ASK_BANK);
        }
        XmlNode amount = given.getFirst();
        BigDecimal plain = amounts.point(amount.text(), amount.place());
        BigDecimal signed = Camt.isCredit(node, delivery) ? plain : plain.negate();
        String currency = amounts.currency(amount.currency(), amount.place());
        amounts.text(signed, currency, amount.place());
        return new Balance(signed, currency, amount.place());
    }
}
