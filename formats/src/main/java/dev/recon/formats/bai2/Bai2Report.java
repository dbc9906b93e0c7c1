package dev.recon.formats.bai2;

import static dev.recon.formats.bank.BankColumn.ACCOUNT;
import static dev.recon.formats.bank.BankColumn.AMOUNT;
import static dev.recon.formats.bank.BankColumn.BANK_REFERENCE;
import static dev.recon.formats.bank.BankColumn.BOOKING_DATE;
import static dev.recon.formats.bank.BankColumn.CODE;
import static dev.recon.formats.bank.BankColumn.CURRENCY;
import static dev.recon.formats.bank.BankColumn.LINE;
import static dev.recon.formats.bank.BankColumn.REFERENCE;
import static dev.recon.formats.bank.BankColumn.STATEMENT;
import static dev.recon.formats.bank.BankColumn.TEXT;
import static dev.recon.formats.bank.BankColumn.VALUE_DATE;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.BankEntry;
import dev.recon.formats.bank.BankTable;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.ShortDate;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the records of a report in their order: file, group, account, entry, and their trailers.
final class Bai2Report {
    private static final String CURRENCY_DEFAULT = "USD";

    private final Delivery delivery;
    private final Amounts amounts;
    private final BankTable table;
    private final Bai2Controls controls;
    private @Nullable Bai2Record group;
    private @Nullable Bai2Account account;
    private String asOf = "";
    private long silent;

    Bai2Report(Delivery delivery, BankTable table) {
        this.delivery = delivery;
        this.amounts = new Amounts(delivery);
        this.table = table;
        this.controls = new Bai2Controls(delivery);
    }

    /// Takes the next record.
    ///
    /// @param counted the number of records up to its end
    void take(Bai2Record record, long counted) throws IOException {
        switch (record.code()) {
            case "01" -> controls.beginFile(record, counted);
            case "02" -> beginGroup(record, counted);
            case "03" -> beginAccount(record, counted);
            case "16" -> entry(record);
            case "49" -> {
                controls.endAccount(record, account(record), counted);
                account = null;
            }
            case "98" -> {
                requireEnded(record, account == null, "account trailer (49)");
                controls.endGroup(record, counted);
                group = null;
            }
            default -> {
                requireEnded(record, group == null, "group trailer (98)");
                controls.endFile(record, counted);
            }
        }
    }

    /// Ends the file.
    void end() {
        controls.end();
    }

    List<DoorProof> proofs() {
        return controls.proofs();
    }

    List<String> notes() {
        return silent == 0
                ? List.of()
                : List.of(silent + " records of type 890 carry no money: not read as entries.");
    }

    private void beginGroup(Bai2Record record, long counted) {
        requireEnded(record, group == null, "group trailer (98)");
        group = record;
        asOf = ShortDate.of(record.field(3), record.place(), delivery);
        controls.beginGroup(record, counted);
    }

    private void beginAccount(Bai2Record record, long counted) {
        requireEnded(record, account == null, "account trailer (49)");
        Bai2Record of = group;
        if (of == null) {
            throw outOfOrder(record, "a group header (02) before it");
        }
        String currency = of.field(5).isEmpty() ? CURRENCY_DEFAULT : of.field(5);
        var begun = new Bai2Account(delivery, record, currency);
        account = begun;
        controls.beginAccount(counted, record, begun, asOf);
    }

    private void entry(Bai2Record record) throws IOException {
        Bai2Account of = account(record);
        String type = record.field(0);
        String written = record.field(1);
        FundsType funds = FundsType.of(record, 2);
        BigDecimal amount =
                written.isEmpty() ? BigDecimal.ZERO : of.amount(written, record.place());
        if (type.equals(TypeCode.NO_MONEY)) {
            of.addSilent(amount);
            silent++;
            return;
        }
        boolean isCredit = TypeCode.isCredit(type).orElseThrow(() -> unknownType(record, type));
        of.add(amount, isCredit);
        BigDecimal signed = isCredit ? amount : amount.negate();
        table.write(
                new BankEntry()
                        .with(ACCOUNT, of.number())
                        .with(STATEMENT, asOf)
                        .with(LINE, String.valueOf(record.line()))
                        .with(BOOKING_DATE, asOf)
                        .with(VALUE_DATE, ShortDate.of(funds.valueDate(), record.place(), delivery))
                        .with(AMOUNT, amounts.text(signed, of.currency(), record.place()))
                        .with(CURRENCY, of.currency())
                        .with(BANK_REFERENCE, record.field(funds.next()))
                        .with(REFERENCE, record.field(funds.next() + 1))
                        .with(CODE, type)
                        .with(TEXT, record.text(funds.next() + 2)));
    }

    private Bai2Account account(Bai2Record record) {
        Bai2Account open = account;
        if (open == null) {
            throw outOfOrder(record, "an account (03) before it");
        }
        return open;
    }

    private void requireEnded(Bai2Record record, boolean isEnded, String trailer) {
        if (!isEnded) {
            throw outOfOrder(record, "the " + trailer + " before it");
        }
    }

    private RuntimeException outOfOrder(Bai2Record record, String expected) {
        return delivery.problem(record.place(), "a record " + record.code(), expected, Mend.WHOLE);
    }

    private RuntimeException unknownType(Bai2Record record, String type) {
        return delivery.problem(
                record.place(),
                "the type code '" + Excerpt.of(type) + "'",
                "one that BAI2 lists as a credit or a debit",
                "Ask the bank whether it is a credit or a debit.");
    }
}
