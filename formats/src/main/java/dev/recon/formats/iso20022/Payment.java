package dev.recon.formats.iso20022;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BATCH;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY_ACCOUNT;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.DUE_DATE;
import static dev.recon.formats.bank.BankColumn.END_TO_END_ID;
import static dev.recon.formats.bank.BankColumn.INSTRUCTED;
import static dev.recon.formats.bank.BankColumn.INSTRUCTION_ID;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.MANDATE_ID;
import static dev.recon.formats.bank.BankColumn.OWNER;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.RETURN_REASON;
import static dev.recon.formats.bank.BankColumn.STATEMENT;
import static dev.recon.formats.bank.BankColumn.STATUS;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.TRANSACTION_ID;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.markup.XmlNode;
import java.math.BigDecimal;
import java.util.List;

/// One payment of a message as a line. An order is seen from the account of who gave it: a transfer
/// goes out, a direct debit comes in. A transfer between banks is seen from who receives it.
///
/// @param head what stands in the message beside its payments
record Payment(Delivery delivery, MessageKind kind, XmlNode head) {
    private static final List<String> AMOUNTS =
            List.of(
                    "IntrBkSttlmAmt",
                    "Amt/InstdAmt",
                    "Amt/EqvtAmt/Amt",
                    "InstdAmt",
                    "OrgnlTxRef/IntrBkSttlmAmt",
                    "OrgnlTxRef/Amt/InstdAmt",
                    "OrgnlTxRef/InstdAmt");

    static boolean isStatus(MessageKind kind) {
        return kind == MessageKind.PAYMENT_STATUS || kind == MessageKind.INTERBANK_STATUS;
    }

    /// The line of a payment.
    ///
    /// @param batch what stands in its batch; the head, if the message has none
    BankEntry line(XmlNode node, XmlNode batch, int line) {
        BankEntry entry = isStatus(kind) ? status(node, batch) : order(node, batch);
        return entry.with(LINE, String.valueOf(line));
    }

    /// The amount of a payment.
    XmlNode amount(XmlNode node) {
        for (String path : AMOUNTS) {
            for (XmlNode amount : node.all(path)) {
                return amount;
            }
        }
        throw delivery.problem(
                node.place(),
                "a payment without an amount",
                "InstdAmt or IntrBkSttlmAmt with Ccy",
                Mend.ASK_BANK);
    }

    BigDecimal plain(XmlNode amount) {
        return new Amounts(delivery).point(amount.text(), amount.place());
    }

    private BankEntry order(XmlNode node, XmlNode batch) {
        boolean isOutgoing = kind == MessageKind.CREDIT_INITIATION;
        boolean isDebit = kind == MessageKind.DEBIT_INITIATION;
        XmlNode amount = amount(node);
        String currency = new Amounts(delivery).currency(amount.currency(), amount.place());
        BigDecimal signed = isOutgoing ? plain(amount).negate() : plain(amount);
        Party debtor = Party.of(isOutgoing ? batch : node, "Dbtr");
        Party creditor = Party.of(isDebit ? batch : node, "Cdtr");
        Party own = isOutgoing ? debtor : creditor;
        Party other = isOutgoing ? creditor : debtor;
        return new BankEntry()
                .with(ACCOUNT, own.account())
                .with(OWNER, own.name())
                .with(STATEMENT, head.first("GrpHdr/MsgId"))
                .with(DUE_DATE, dueDate(node, batch))
                .with(AMOUNT, new Amounts(delivery).text(signed, currency, amount.place()))
                .with(CURRENCY, currency)
                .with(COUNTERPARTY, other.name())
                .with(COUNTERPARTY_ACCOUNT, other.account())
                .with(REFERENCE, Party.joined(node.texts("RmtInf/Strd/CdtrRefInf/Ref")))
                .with(END_TO_END_ID, identity(node.first("PmtId/EndToEndId")))
                .with(INSTRUCTION_ID, node.first("PmtId/InstrId"))
                .with(TRANSACTION_ID, node.first("PmtId/TxId", "PmtId/UETR"))
                .with(MANDATE_ID, node.first("DrctDbtTx/MndtRltdInf/MndtId"))
                .with(BATCH, batch.first("PmtInfId"))
                .with(INSTRUCTED, instructed(node, amount))
                .with(TEXT, Party.joined(node.texts("RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf")));
    }

    private BankEntry status(XmlNode node, XmlNode batch) {
        BankEntry entry =
                reported(batch)
                        .with(STATUS, node.first("TxSts"))
                        .with(END_TO_END_ID, identity(node.first("OrgnlEndToEndId")))
                        .with(INSTRUCTION_ID, node.first("OrgnlInstrId"))
                        .with(TRANSACTION_ID, node.first("OrgnlTxId", "OrgnlUETR"));
        reason(entry, node);
        for (String path : AMOUNTS) {
            for (XmlNode amount : node.all(path)) {
                var amounts = new Amounts(delivery);
                String currency = amounts.currency(amount.currency(), amount.place());
                BigDecimal signed = isOfOrder() ? plain(amount).negate() : plain(amount);
                return entry.with(AMOUNT, amounts.text(signed, currency, amount.place()))
                        .with(CURRENCY, currency);
            }
        }
        return entry;
    }

    /// The line of a batch that is reported as a whole.
    BankEntry batchStatus(XmlNode batch) {
        BankEntry entry = reported(batch).with(STATUS, batch.first("PmtInfSts"));
        reason(entry, batch);
        return entry.with(LINE, batch.place().replaceAll("\\D", ""));
    }

    /// The line of a message that is reported as a whole.
    BankEntry groupStatus() {
        BankEntry entry = reported(head).with(STATUS, head.first("OrgnlGrpInfAndSts/GrpSts"));
        head.all("OrgnlGrpInfAndSts").forEach(group -> reason(entry, group));
        return entry.with(LINE, head.place().replaceAll("\\D", ""));
    }

    private BankEntry reported(XmlNode batch) {
        return new BankEntry()
                .with(STATEMENT, head.first("OrgnlGrpInfAndSts/OrgnlMsgId"))
                .with(BATCH, batch.first("OrgnlPmtInfId"));
    }

    private boolean isOfOrder() {
        return head.first("OrgnlGrpInfAndSts/OrgnlMsgNmId").startsWith("pain.001");
    }

    private static void reason(BankEntry entry, XmlNode node) {
        entry.with(RETURN_REASON, node.first("StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry"))
                .with(TEXT, String.join(" ", node.texts("StsRsnInf/AddtlInf")));
    }

    private String dueDate(XmlNode node, XmlNode batch) {
        String day = node.first("IntrBkSttlmDt");
        if (day.isEmpty()) {
            day = batch.first("ReqdExctnDt/Dt", "ReqdExctnDt/DtTm", "ReqdExctnDt", "ReqdColltnDt");
        }
        return Camt.date(
                day.isEmpty() ? head.first("GrpHdr/IntrBkSttlmDt") : day, node.place(), delivery);
    }

    private static String instructed(XmlNode node, XmlNode amount) {
        List<XmlNode> given = node.all("InstdAmt");
        return given.isEmpty() || given.getFirst() == amount
                ? ""
                : given.getFirst().currency() + " " + given.getFirst().text();
    }

    private static String identity(String endToEnd) {
        return endToEnd.equals("NOTPROVIDED") ? "" : endToEnd;
    }
}
