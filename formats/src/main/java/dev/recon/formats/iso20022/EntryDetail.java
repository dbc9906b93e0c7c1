package dev.recon.formats.iso20022;

import static dev.recon.formats.bank.BankColumn.BATCH;
import static dev.recon.formats.bank.BankColumn.CHARGES;
import static dev.recon.formats.bank.BankColumn.CHEQUE_NUMBER;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY;
import static dev.recon.formats.bank.BankColumn.COUNTERPARTY_ACCOUNT;
import static dev.recon.formats.bank.BankColumn.END_TO_END_ID;
import static dev.recon.formats.bank.BankColumn.INSTRUCTED;
import static dev.recon.formats.bank.BankColumn.INSTRUCTION_ID;
import static dev.recon.formats.bank.BankColumn.MANDATE_ID;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.RETURN_REASON;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.TRANSACTION_ID;

import dev.recon.formats.bank.BankColumn;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.markup.XmlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One transaction within an entry (`TxDtls`), read into the cells of its line.
///
/// @param node the element
/// @param isCredit did money come in by the entry that it belongs to?
/// @param owner the account of the statement, which is no counterparty
record EntryDetail(XmlNode node, boolean isCredit, String owner) {
    private static final List<BankColumn> COLUMNS =
            List.of(
                    COUNTERPARTY,
                    COUNTERPARTY_ACCOUNT,
                    REFERENCE,
                    END_TO_END_ID,
                    INSTRUCTION_ID,
                    TRANSACTION_ID,
                    MANDATE_ID,
                    BATCH,
                    CHEQUE_NUMBER,
                    INSTRUCTED,
                    CHARGES,
                    RETURN_REASON,
                    TEXT);

    /// The cells of one transaction, over those that its entry has given.
    BankEntry on(BankEntry entry) {
        String endToEnd = node.first("Refs/EndToEndId");
        BankEntry line =
                entry.copy()
                        .with(END_TO_END_ID, endToEnd.equals("NOTPROVIDED") ? "" : endToEnd)
                        .with(INSTRUCTION_ID, node.first("Refs/InstrId"))
                        .with(TRANSACTION_ID, node.first("Refs/TxId", "Refs/UETR"))
                        .with(MANDATE_ID, node.first("Refs/MndtId"))
                        .with(CHEQUE_NUMBER, node.first("Refs/ChqNb"))
                        .with(
                                REFERENCE,
                                Party.joined(
                                        node.texts(
                                                "RmtInf/Strd/CdtrRefInf/Ref",
                                                "RmtInf/Strd/CdtrRefInf/CdtrRef")))
                        .with(
                                RETURN_REASON,
                                node.first("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd"))
                        .with(INSTRUCTED, money("AmtDtls/InstdAmt/Amt"));
        String charges = money("Chrgs/TtlChrgsAndTaxAmt", "Chrgs/Amt", "Chrgs/Rcrd/Amt");
        if (!charges.isEmpty()) {
            line.with(CHARGES, charges);
        }
        if (!node.first("Refs/PmtInfId").isEmpty()) {
            line.with(BATCH, node.first("Refs/PmtInfId"));
        }
        Party other = counterparty();
        return line.with(COUNTERPARTY, other.name())
                .with(COUNTERPARTY_ACCOUNT, other.account())
                .with(TEXT, text(entry));
    }

    /// One line for an entry whose transactions are not told apart: what they say, joined.
    static BankEntry joined(BankEntry entry, List<EntryDetail> details) {
        BankEntry joined = entry.copy();
        List<BankEntry> lines = details.stream().map(detail -> detail.on(entry)).toList();
        for (BankColumn column : COLUMNS) {
            Set<String> cells = new LinkedHashSet<>();
            lines.forEach(line -> cells.add(line.get(column)));
            joined.with(column, String.join(" ", cells));
        }
        return joined;
    }

    private String text(BankEntry entry) {
        String remittance =
                Party.joined(node.texts("RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf"));
        return remittance + " " + entry.get(TEXT);
    }

    /// The party that is not the owner of the account: known by its account, else by where the
    /// money went. An entry that takes another back has the parties of that other one.
    private Party counterparty() {
        List<XmlNode> parties = node.all("RltdPties");
        XmlNode holder = parties.isEmpty() ? node : parties.getFirst();
        Party debtor = Party.of(holder, "Dbtr");
        Party creditor = Party.of(holder, "Cdtr");
        boolean debtorIsOwner = !owner.isEmpty() && debtor.account().equals(owner);
        boolean creditorIsOwner = !owner.isEmpty() && creditor.account().equals(owner);
        if (debtorIsOwner != creditorIsOwner) {
            return debtorIsOwner ? creditor : debtor;
        }
        return isCredit ? debtor : creditor;
    }

    private String money(String... paths) {
        for (String path : paths) {
            for (XmlNode amount : node.all(path)) {
                return amount.currency() + " " + amount.text();
            }
        }
        return "";
    }
}
