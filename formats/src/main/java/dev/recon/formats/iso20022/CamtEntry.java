package dev.recon.formats.iso20022;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BANK_REFERENCE;
import static dev.recon.formats.bank.BankColumn.BATCH;
import static dev.recon.formats.bank.BankColumn.BOOKING_DATE;
import static dev.recon.formats.bank.BankColumn.CHARGES;
import static dev.recon.formats.bank.BankColumn.CODE;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.REVERSAL;
import static dev.recon.formats.bank.BankColumn.STATEMENT;
import static dev.recon.formats.bank.BankColumn.STATUS;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.VALUE_DATE;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.Statement;
import dev.recon.formats.bank.Statement.Balance;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.markup.XmlCursor;
import dev.recon.formats.markup.XmlNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads one entry (`Ntry`) and writes its lines.
///
/// An entry whose transactions carry amounts of its currency that add up to it becomes one line a
/// transaction, because each of them is somebody's payment; any other becomes one line. Up to
/// [#DETAILS_MAX] transactions are held back until that is known; more must add up.
final class CamtEntry {
    static final int DETAILS_MAX = 5000;

    private final Delivery delivery;
    private final Amounts amounts;
    private final BankTable table;
    private final Statement statement;
    private final XmlNode node;
    private final int line;
    private final List<XmlNode> details = new ArrayList<>();
    private BigDecimal detailSum = BigDecimal.ZERO;
    private boolean isSplitForSure;
    private boolean maySplit = true;

    /// @param cursor at the beginning of the entry
    CamtEntry(Delivery delivery, BankTable table, Statement statement, XmlCursor cursor) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
        this.table = table;
        this.statement = statement;
        this.node = new XmlNode(cursor.name(), cursor.place(), "");
        this.line = cursor.line();
    }

    /// Reads the entry to its end and writes it.
    ///
    /// @return its signed amount
    Balance read(XmlCursor cursor) throws IOException {
        int own = cursor.depth();
        while (cursor.next(own)) {
            switch (cursor.name()) {
                case "NtryDtls" -> {
                    int inner = cursor.depth();
                    while (cursor.next(inner)) {
                        part(cursor);
                    }
                }
                default -> part(cursor);
            }
        }
        Balance booked = amount();
        if (isSplitForSure) {
            writeDetails();
            requireSum(booked);
        } else if (maySplit && !details.isEmpty() && detailSum.compareTo(booked.amount()) == 0) {
            writeDetails();
        } else {
            write(booked);
        }
        return booked;
    }

    /// Is it booked? Only that counts in the balances.
    boolean isBooked() {
        String status = status();
        return status.isEmpty() || status.equals("BOOK");
    }

    private void part(XmlCursor cursor) throws IOException {
        if (!cursor.name().equals("TxDtls")) {
            node.add(cursor.node());
            return;
        }
        XmlNode detail = cursor.node();
        details.add(detail);
        List<XmlNode> given = detail.all("Amt");
        maySplit &= given.size() == 1 && given.getFirst().currency().equals(currency());
        if (maySplit) {
            detailSum = detailSum.add(signed(detail, given.getFirst()));
        }
        if (details.size() > DETAILS_MAX) {
            if (!maySplit) {
                throw delivery.problem(
                        detail.place(),
                        "more than " + DETAILS_MAX + " transactions without amounts in one entry",
                        "amounts in the currency of the entry",
                        Mend.ASK_BANK);
            }
            isSplitForSure = true;
            writeDetails();
        }
    }

    private void requireSum(Balance booked) {
        if (!maySplit || detailSum.compareTo(booked.amount()) != 0) {
            throw delivery.problem(
                    node.place(),
                    "an entry of " + booked,
                    Amounts.labelled(detailSum, booked.currency())
                            + ", the sum of its transactions",
                    Mend.WHOLE);
        }
    }

    private void writeDetails() throws IOException {
        BankEntry common = common();
        for (XmlNode detail : details) {
            XmlNode given = detail.all("Amt").getFirst();
            BigDecimal amount = signed(detail, given);
            table.write(
                    new EntryDetail(detail, isCredit(), statement.account())
                            .on(common)
                            .with(AMOUNT, amounts.text(amount, currency(), given.place())));
        }
        details.clear();
    }

    private void write(Balance booked) throws IOException {
        BankEntry entry =
                common().with(
                                AMOUNT,
                                amounts.text(booked.amount(), booked.currency(), booked.place()));
        List<EntryDetail> found =
                details.stream()
                        .map(each -> new EntryDetail(each, isCredit(), statement.account()))
                        .toList();
        table.write(found.isEmpty() ? entry : EntryDetail.joined(entry, found));
    }

    private BankEntry common() {
        return new BankEntry()
                .with(ACCOUNT, statement.account())
                .with(STATEMENT, statement.label())
                .with(LINE, String.valueOf(line))
                .with(BOOKING_DATE, date("BookgDt"))
                .with(VALUE_DATE, date("ValDt"))
                .with(CURRENCY, currency())
                .with(STATUS, status())
                .with(REVERSAL, List.of("true", "1").contains(node.first("RvslInd")) ? "yes" : "")
                .with(BANK_REFERENCE, node.first("AcctSvcrRef"))
                .with(BATCH, node.first("Btch/PmtInfId", "Btch/MsgId"))
                .with(CODE, code())
                .with(CHARGES, charges())
                .with(TEXT, node.first("AddtlNtryInf"));
    }

    private Balance amount() {
        XmlNode amount = amountNode();
        return new Balance(signed(node, amount), currency(), amount.place());
    }

    private XmlNode amountNode() {
        List<XmlNode> given = node.all("Amt");
        if (given.isEmpty()) {
            throw delivery.problem(
                    node.place(), "an entry without an amount", "Amt with Ccy", Mend.ASK_BANK);
        }
        return given.getFirst();
    }

    private String currency() {
        XmlNode amount = amountNode();
        return amounts.currency(amount.currency(), amount.place());
    }

    private boolean isCredit() {
        return Camt.isCredit(node, delivery);
    }

    private BigDecimal signed(XmlNode holder, XmlNode amount) {
        BigDecimal plain = amounts.point(amount.text(), amount.place());
        XmlNode signed = holder.first("CdtDbtInd").isEmpty() ? node : holder;
        return Camt.isCredit(signed, delivery) ? plain : plain.negate();
    }

    private String status() {
        return node.first("Sts/Cd", "Sts/Prtry", "Sts");
    }

    private String date(String element) {
        return Camt.date(node.first(element + "/Dt", element + "/DtTm"), node.place(), delivery);
    }

    private String charges() {
        for (String path : List.of("Chrgs/TtlChrgsAndTaxAmt", "Chrgs/Amt", "Chrgs/Rcrd/Amt")) {
            for (XmlNode amount : node.all(path)) {
                return amount.currency() + " " + amount.text();
            }
        }
        return "";
    }

    private String code() {
        String domain =
                String.join(
                        " ",
                        node.texts(
                                "BkTxCd/Domn/Cd",
                                "BkTxCd/Domn/Fmly/Cd",
                                "BkTxCd/Domn/Fmly/SubFmlyCd"));
        return domain.isEmpty() ? node.first("BkTxCd/Prtry/Cd") : domain;
    }
}
