package dev.recon.formats.iso20022;

import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.markup.XmlCursor;
import dev.recon.formats.markup.XmlNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Walks a message of payments: its header, its batches (`PmtInf`), its payments.
final class PaymentReader {
    private static final int PROOFS_MAX = 1000;
    private static final Set<String> BATCHES = Set.of("PmtInf", "OrgnlPmtInfAndSts");
    private static final Set<String> PAYMENTS =
            Set.of("CdtTrfTxInf", "DrctDbtTxInf", "TxInfAndSts");

    private final Delivery delivery;
    private final MessageKind kind;
    private final BankTable table;
    private final XmlCursor cursor;
    private final List<DoorProof> proofs = new ArrayList<>();
    private final PaymentTotals message;
    private final XmlNode head;
    private XmlNode batch;
    private long payments;

    /// @param cursor in the message
    PaymentReader(Delivery delivery, MessageKind kind, BankTable table, XmlCursor cursor) {
        this.delivery = delivery;
        this.kind = kind;
        this.table = table;
        this.cursor = cursor;
        this.message = new PaymentTotals(delivery);
        this.head = new XmlNode(cursor.name(), cursor.place(), "");
        this.batch = head;
    }

    void read() throws IOException {
        int own = cursor.depth();
        while (cursor.next(own)) {
            if (BATCHES.contains(cursor.name())) {
                readBatch();
            } else if (PAYMENTS.contains(cursor.name())) {
                payment(new PaymentTotals(delivery));
            } else {
                head.add(cursor.node());
            }
        }
        boolean isStatus = Payment.isStatus(kind);
        if (payments == 0 && !isStatus) {
            throw delivery.problem(
                    head.place(),
                    kind.code() + " without a payment",
                    "at least one payment",
                    "Ask its sender for the message with its content.");
        }
        if (payments == 0) {
            table.write(new Payment(delivery, kind, head).groupStatus());
        }
        if (!isStatus) {
            List<XmlNode> headers = head.all("GrpHdr");
            if (headers.isEmpty()) {
                throw delivery.problem(
                        head.place(), kind.code() + " without a GrpHdr", "a GrpHdr", Mend.WHOLE);
            }
            keep(message.prove(headers.getFirst(), "message"));
        }
    }

    List<DoorProof> proofs() {
        return List.copyOf(proofs);
    }

    List<String> notes() {
        return Payment.isStatus(kind)
                ? List.of("A status report repeats amounts only where its sender chose to.")
                : List.of();
    }

    private void readBatch() throws IOException {
        int own = cursor.depth();
        batch = new XmlNode(cursor.name(), cursor.place(), "");
        var totals = new PaymentTotals(delivery);
        long before = payments;
        while (cursor.next(own)) {
            if (PAYMENTS.contains(cursor.name())) {
                payment(totals);
            } else {
                batch.add(cursor.node());
            }
        }
        if (Payment.isStatus(kind)) {
            if (payments == before) {
                payments++;
                table.write(new Payment(delivery, kind, head).batchStatus(batch));
            }
        } else {
            keep(totals.prove(batch, "batch at " + batch.place()));
        }
        batch = head;
    }

    private void payment(PaymentTotals totals) throws IOException {
        int line = cursor.line();
        XmlNode node = cursor.node();
        payments++;
        var payment = new Payment(delivery, kind, head);
        table.write(payment.line(node, batch, line));
        if (!Payment.isStatus(kind)) {
            XmlNode amount = payment.amount(node);
            totals.add(payment.plain(amount), amount.currency());
            message.add(payment.plain(amount), amount.currency());
        }
    }

    private void keep(List<DoorProof> found) {
        if (proofs.size() < PROOFS_MAX) {
            proofs.addAll(found);
        }
    }
}
