package dev.recon.formats.iso20022;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.bank.Statement.Balance;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import dev.recon.formats.markup.XmlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Counts the entries of a statement for its summary (`TxsSummry`): how many credits and debits,
/// and their sums. Some banks count pending entries there, some only booked ones: either holds.
final class SummaryTally {
    private final Delivery delivery;
    private final Sums all = new Sums();
    private final Sums booked = new Sums();

    SummaryTally(Delivery delivery) {
        this.delivery = delivery;
    }

    void add(Balance entry, boolean isBooked) {
        all.add(entry.amount());
        if (isBooked) {
            booked.add(entry.amount());
        }
    }

    /// Proves each number that the summary gives.
    ///
    /// @throws dev.recon.engine.read.InputProblem when one does not hold
    List<DoorProof> prove(XmlNode statement, String subject) {
        List<DoorProof> proofs = new ArrayList<>();
        for (XmlNode summary : statement.all("TxsSummry")) {
            for (Total total : Total.values()) {
                prove(summary, total, subject, proofs);
            }
        }
        return proofs;
    }

    private void prove(XmlNode summary, Total total, String subject, List<DoorProof> proofs) {
        for (XmlNode claimed : summary.all(total.path)) {
            BigDecimal claim = new Amounts(delivery).point(claimed.text(), claimed.place());
            BigDecimal counted = booked.of(total);
            if (claim.compareTo(counted) != 0 && claim.compareTo(all.of(total)) != 0) {
                throw delivery.problem(
                        claimed.place(),
                        total.words + " " + claim.toPlainString() + " in the summary of " + subject,
                        counted.toPlainString() + ", counted from its entries",
                        Mend.WHOLE);
            }
            proofs.add(
                    new DoorProof(
                            subject,
                            total.words + " as counted",
                            List.of(new Figure(total.words, claim.toPlainString()))));
        }
    }

    private enum Total {
        ENTRIES("TtlNtries/NbOfNtries", "number of entries"),
        CREDITS("TtlCdtNtries/NbOfNtries", "number of credits"),
        DEBITS("TtlDbtNtries/NbOfNtries", "number of debits"),
        SUM("TtlNtries/Sum", "sum of all amounts without sign"),
        CREDIT_SUM("TtlCdtNtries/Sum", "sum of credits"),
        DEBIT_SUM("TtlDbtNtries/Sum", "sum of debits");

        private final String path;
        private final String words;

        Total(String path, String words) {
            this.path = path;
            this.words = words;
        }
    }

    private static final class Sums {
        private long credits;
        private long debits;
        private BigDecimal creditSum = BigDecimal.ZERO;
        private BigDecimal debitSum = BigDecimal.ZERO;

        void add(BigDecimal amount) {
            if (amount.signum() < 0) {
                debits++;
                debitSum = debitSum.subtract(amount);
            } else {
                credits++;
                creditSum = creditSum.add(amount);
            }
        }

        BigDecimal of(Total total) {
            return switch (total) {
                case ENTRIES -> BigDecimal.valueOf(credits + debits);
                case CREDITS -> BigDecimal.valueOf(credits);
                case DEBITS -> BigDecimal.valueOf(debits);
                case SUM -> creditSum.add(debitSum);
                case CREDIT_SUM -> creditSum;
                case DEBIT_SUM -> debitSum;
            };
        }
    }
}
