package dev.recon.formats.iso20022;

import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import dev.recon.formats.markup.XmlNode;
import java.time.DateTimeException;
import java.time.LocalDate;

/// What all messages write in one way: dates, and where the money went.
final class Camt {
    private static final int DATE_CHARACTERS = 10;

    private Camt() {}

    /// Did money come in? `CdtDbtInd` says so of the account, also of an entry that takes another
    /// back: a reversed payment is `CRDT`.
    static boolean isCredit(XmlNode node, Delivery delivery) {
        String indicator = node.first("CdtDbtInd");
        return switch (indicator) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default ->
                    throw delivery.problem(
                            node.place(),
                            "'" + Excerpt.of(indicator) + "' as CdtDbtInd",
                            "CRDT or DBIT",
                            Mend.ASK_BANK);
        };
    }

    /// The day of a date or of a date with a time, as it is written: a time zone does not move it.
    static String date(String text, String place, Delivery delivery) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            String day = text.substring(0, Math.min(text.length(), DATE_CHARACTERS));
            return LocalDate.parse(day).toString();
        } catch (DateTimeException _) {
            throw delivery.problem(
                    place,
                    "'" + Excerpt.of(text) + "' as a date",
                    "a date such as 2026-01-31",
                    Mend.ASK_BANK);
        }
    }
}
