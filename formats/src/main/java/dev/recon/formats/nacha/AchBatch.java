package dev.recon.formats.nacha;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.ShortDate;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import java.math.BigDecimal;
import java.util.List;

/// One batch (`5` to `8`): what its header says of all entries, and their sums for its control.
final class AchBatch {
    private static final long HASH_TURN = 10_000_000_000L;
    private static final List<String> SERVICES = List.of("200", "220", "225", "280");

    private final AchRecord header;
    private final AchSums sums = new AchSums();

    AchBatch(AchRecord header) {
        this.header = header;
        String service = header.field(1, 4);
        if (!SERVICES.contains(service)) {
            throw header.problem(
                    1,
                    "the service class '" + Excerpt.of(service) + "'",
                    "200 (mixed), 220 (credits), 225 (debits) or 280 (accounting)");
        }
        if (!entryClass().matches("[A-Z]{3}")) {
            throw header.problem(
                    50,
                    "the entry class '" + Excerpt.of(entryClass()) + "'",
                    "three letters such as PPD");
        }
    }

    boolean isInternational() {
        return entryClass().equals("IAT");
    }

    boolean isAccounting() {
        return entryClass().equals("ADV");
    }

    String companyName() {
        return isInternational() ? "" : header.field(4, 20);
    }

    String companyId() {
        return header.field(40, 50);
    }

    String entryClass() {
        return header.field(50, 53);
    }

    String description() {
        return header.field(53, 63);
    }

    String effectiveDate() {
        return ShortDate.of(header.field(69, 75), header.place(), header.delivery());
    }

    String number() {
        return header.field(87, 94);
    }

    AchSums sums() {
        return sums;
    }

    void add(AchEntry entry) {
        String service = header.field(1, 4);
        boolean isAllowed =
                switch (service) {
                    case "220" -> entry.isCredit();
                    case "225" -> !entry.isCredit();
                    default -> true;
                };
        // A return or a notification keeps the class of the batch that it answers.
        if (!isAllowed && entry.amount().signum() != 0) {
            throw entry.problem(
                    "a " + (entry.isCredit() ? "credit" : "debit"),
                    "what the service class " + service + " of its batch allows");
        }
        sums.add(entry);
    }

    /// Proves the control record (`8`).
    ///
    /// @throws dev.recon.engine.read.InputProblem when it does not hold
    DoorProof prove(AchRecord control) {
        int amounts = isAccounting() ? 20 : 12;
        requireSame(new AchSums.Claim(control, 1, 4, "service class"), header.field(1, 4));
        new AchSums.Claim(control, 4, 10, "entry and addenda count").require(sums.records());
        new AchSums.Claim(control, 10, 20, "entry hash").require(sums.hash() % HASH_TURN);
        new AchSums.Claim(control, 20, 20 + amounts, "total debit").require(sums.debits());
        new AchSums.Claim(control, 20 + amounts, 20 + 2 * amounts, "total credit")
                .require(sums.credits());
        requireSame(new AchSums.Claim(control, 79, 87, "originating bank"), header.field(79, 87));
        requireSame(new AchSums.Claim(control, 87, 94, "batch number"), number());
        return proof("batch " + number() + " at " + header.place(), sums);
    }

    static DoorProof proof(String subject, AchSums sums) {
        return new DoorProof(
                subject,
                "control totals as counted",
                List.of(
                        new Figure("entries and addenda", String.valueOf(sums.records())),
                        new Figure("entry hash", String.valueOf(sums.hash() % HASH_TURN)),
                        new Figure("debits", label(sums.debits())),
                        new Figure("credits", label(sums.credits()))));
    }

    private static String label(BigDecimal amount) {
        return Amounts.labelled(amount, "USD");
    }

    private static void requireSame(AchSums.Claim claim, String expected) {
        String found = claim.control().field(claim.from(), claim.to());
        if (!found.equals(expected)) {
            throw claim.control()
                    .problem(
                            claim.from(),
                            "the " + claim.name() + " '" + Excerpt.of(found) + "'",
                            "'" + Excerpt.of(expected) + "', as in the header of the batch");
        }
    }
}
