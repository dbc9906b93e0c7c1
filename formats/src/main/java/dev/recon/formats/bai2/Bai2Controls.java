package dev.recon.formats.bai2;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Proves the trailers of a report: sums and counts of accounts (`49`), groups (`98`) and the file
/// (`99`), and that an account begins a later day with the balance that it ended the earlier with.
final class Bai2Controls {
    private static final int PROOFS_MAX = 1000;

    private final Delivery delivery;
    private final List<DoorProof> proofs = new ArrayList<>();
    private final Map<String, Closed> closed = new HashMap<>();
    private final Sum file = new Sum();
    private final Sum group = new Sum();
    private long accountBegin;
    private boolean fileBegun;
    private boolean fileEnded;
    private String asOf = "";

    Bai2Controls(Delivery delivery) {
        this.delivery = delivery;
    }

    void beginFile(Bai2Record record, long counted) {
        if (fileBegun) {
            throw delivery.problem(
                    record.place(),
                    "a second file header (01)",
                    "one report a file",
                    "Split it into several files.");
        }
        fileBegun = true;
        file.begin = counted - record.continuations();
    }

    void beginGroup(Bai2Record record, long counted) {
        group.clear(counted - record.continuations());
    }

    /// Begins an account, whose opening balance must be the one that it closed an earlier day with.
    void beginAccount(long counted, Bai2Record record, Bai2Account account, String day) {
        accountBegin = counted - record.continuations();
        asOf = day;
        BigDecimal opening = account.balance(Bai2Account.OPENING);
        Closed before = closed.get(account.number() + account.currency());
        if (opening == null || before == null || before.day.compareTo(day) >= 0) {
            return;
        }
        if (opening.compareTo(before.balance) != 0) {
            throw delivery.problem(
                    record.place(),
                    "the opening balance (010) "
                            + Amounts.labelled(opening, account.currency())
                            + " of "
                            + account.number()
                            + " on "
                            + day,
                    Amounts.labelled(before.balance, account.currency())
                            + ", its closing balance (015) on "
                            + before.day,
                    Mend.WHOLE);
        }
    }

    void endAccount(Bai2Record trailer, Bai2Account account, long counted) {
        BigDecimal claimed = account.amount(trailer.field(0), trailer.place());
        String subject = "account " + account.number();
        require(trailer, "control total", claimed, account.control());
        requireCount(trailer, "number of records", 1, counted - accountBegin + 1);
        account.prove().forEach(this::add);
        add(total(subject, Amounts.labelled(claimed, account.currency())));
        BigDecimal closing = account.balance(Bai2Account.CLOSING);
        if (closing != null) {
            closed.put(account.number() + account.currency(), new Closed(asOf, closing));
        }
        group.add(units(trailer.field(0), trailer));
    }

    void endGroup(Bai2Record trailer, long counted) {
        require(trailer, "control total", units(trailer.field(0), trailer), group.total);
        requireCount(trailer, "number of accounts", 1, group.parts);
        requireCount(trailer, "number of records", 2, counted - group.begin + 1);
        add(total("group ending at " + trailer.place(), trailer.field(0)));
        file.add(group.total);
    }

    void endFile(Bai2Record trailer, long counted) {
        require(trailer, "control total", units(trailer.field(0), trailer), file.total);
        requireCount(trailer, "number of groups", 1, file.parts);
        requireCount(trailer, "number of records", 2, counted - file.begin + 1);
        add(total("file", trailer.field(0)));
        fileEnded = true;
    }

    void end() {
        if (!fileEnded) {
            throw delivery.problem(
                    "", "no file trailer (99)", "a report that ends with it", Mend.WHOLE);
        }
    }

    List<DoorProof> proofs() {
        return List.copyOf(proofs);
    }

    private void add(DoorProof proof) {
        if (proofs.size() < PROOFS_MAX) {
            proofs.add(proof);
        }
    }

    private static DoorProof total(String subject, String total) {
        return new DoorProof(
                subject,
                "control total and counts as counted",
                List.of(new Figure("control total", total)));
    }

    /// Totals of groups add up those of accounts digit by digit, whatever their currencies.
    private BigDecimal units(String digits, Bai2Record trailer) {
        return new Amounts(delivery).minor(digits, 0, trailer.place());
    }

    private void require(Bai2Record trailer, String name, BigDecimal claimed, BigDecimal counted) {
        if (claimed.compareTo(counted) != 0) {
            throw delivery.problem(
                    trailer.place(),
                    "the "
                            + name
                            + " "
                            + claimed.toPlainString()
                            + " in the trailer "
                            + trailer.code(),
                    counted.toPlainString() + ", added up",
                    Mend.WHOLE);
        }
    }

    private void requireCount(Bai2Record trailer, String name, int field, long counted) {
        String claimed = trailer.field(field);
        if (!claimed.matches("\\d{1,15}") || Long.parseLong(claimed) != counted) {
            throw delivery.problem(
                    trailer.place(),
                    "the "
                            + name
                            + " '"
                            + Excerpt.of(claimed)
                            + "' in the trailer "
                            + trailer.code(),
                    counted + ", counted",
                    Mend.WHOLE);
        }
    }

    private record Closed(String day, BigDecimal balance) {}

    private static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private long parts;
        private long begin;

        void clear(long counted) {
            total = BigDecimal.ZERO;
            parts = 0;
            begin = counted;
        }

        void add(BigDecimal part) {
            total = total.add(part);
            parts++;
        }
    }
}
