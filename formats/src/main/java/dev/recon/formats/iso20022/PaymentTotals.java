package dev.recon.formats.iso20022;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.DoorProof.Figure;
import dev.recon.formats.markup.XmlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The number and the sum of the payments of a message or of a batch, for what its header claims
/// (`NbOfTxs`, `CtrlSum`, `TtlIntrBkSttlmAmt`). A control sum adds up amounts of any currency.
final class PaymentTotals {
    private final Delivery delivery;
    private long number;
    private BigDecimal sum = BigDecimal.ZERO;
    private String currency = "";
    private boolean isOneCurrency = true;

    PaymentTotals(Delivery delivery) {
        this.delivery = delivery;
    }

    void add(BigDecimal amount, String of) {
        isOneCurrency &= number == 0 || currency.equals(of);
        currency = of;
        number++;
        sum = sum.add(amount);
    }

    /// Proves what the header of the message or batch claims.
    ///
    /// @throws dev.recon.engine.read.InputProblem when it does not hold
    List<DoorProof> prove(XmlNode header, String subject) {
        List<DoorProof> proofs = new ArrayList<>();
        for (XmlNode claim : header.all("NbOfTxs")) {
            if (!claim.text().equals(String.valueOf(number))) {
                throw wrong(claim, Excerpt.of(claim.text()), String.valueOf(number), subject);
            }
            proofs.add(proof(subject, "number of payments", String.valueOf(number)));
        }
        for (XmlNode claim : header.all("CtrlSum")) {
            requireSum(claim, subject);
            proofs.add(proof(subject, "control sum", sum.toPlainString()));
        }
        if (isOneCurrency) {
            for (XmlNode claim : header.all("TtlIntrBkSttlmAmt")) {
                requireSum(claim, subject);
                proofs.add(proof(subject, "total", Amounts.labelled(sum, currency)));
            }
        }
        return proofs;
    }

    private void requireSum(XmlNode claim, String subject) {
        BigDecimal claimed = new Amounts(delivery).point(claim.text(), claim.place());
        if (claimed.compareTo(sum) != 0) {
            throw wrong(claim, claimed.toPlainString(), sum.toPlainString(), subject);
        }
    }

    private RuntimeException wrong(XmlNode claim, String found, String counted, String subject) {
        return delivery.problem(
                claim.place(),
                claim.name() + " " + found + " of the " + subject,
                counted + ", added up from its payments",
                Mend.WHOLE);
    }

    private static DoorProof proof(String subject, String claim, String value) {
        return new DoorProof(subject, claim + " as counted", List.of(new Figure(claim, value)));
    }
}
