package dev.recon.formats.swift;

import dev.recon.formats.bank.Amounts;
import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statement line `:61:` of one entry.
///
/// @param amount signed: a reversed credit (`RC`) takes money out
/// @param isExpected is it announced (`EC`, `ED`) and not yet booked?
/// @param code the type of the entry, such as `NTRF`
/// @param reference for the account holder; empty for `NONREF` and its like
/// @param bankReference behind `//`
/// @param details the supplementary details
record StatementLine(
        LocalDate valueDate,
        LocalDate bookingDate,
        BigDecimal amount,
        boolean isReversal,
        boolean isExpected,
        String code,
        String reference,
        String bankReference,
        String details) {
    private static final int REFERENCE_CHARACTERS = 16;
    private static final Pattern START =
            Pattern.compile(
                    "(\\d{6})(\\d{4})?(R?[CD]|E[CD])([A-Z])?(\\d{1,18}(?:,\\d{0,14})?|,\\d{1,14})"
                            + "([A-Z][A-Z0-9]{3})?(.*)");
    private static final List<String> NO_REFERENCE =
            List.of("NONREF", "KREF+", "EREF", "NOTPROVIDED");

    static StatementLine of(SwiftField field, Delivery delivery, SwiftDates dates) {
        List<String> lines = field.lines();
        int used = 1;
        Matcher parts = START.matcher(lines.getFirst().strip());
        if (!parts.matches() && lines.size() > 1) {
            // Some banks break the line before the amount.
            used = 2;
            parts = START.matcher(lines.getFirst().strip() + lines.get(1).strip());
        }
        if (!parts.matches()) {
            throw delivery.problem(
                    field.place(),
                    "':61:" + Excerpt.of(lines.getFirst()) + "'",
                    ":61: with value date, C or D, an amount such as 12,30, and a reference",
                    Mend.ASK_BANK);
        }
        LocalDate value = dates.full(parts.group(1), field.place());
        String entryDay = parts.group(2);
        String mark = parts.group(3);
        BigDecimal plain = new Amounts(delivery).comma(parts.group(5), field.place());
        boolean isIn = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
        var references = References.of(parts.group(7));
        String more = String.join(" ", lines.subList(used, lines.size()));
        return new StatementLine(
                value,
                entryDay == null ? value : dates.near(entryDay, value, field.place()),
                isIn ? plain : plain.negate(),
                mark.startsWith("R"),
                mark.startsWith("E"),
                parts.group(6) == null ? "" : parts.group(6),
                NO_REFERENCE.contains(references.own()) ? "" : references.own(),
                references.bank(),
                (references.rest() + " " + more).strip());
    }

    /// What stands behind the code: `reference//bank reference`, or 16 characters and details.
    private record References(String own, String bank, String rest) {
        static References of(String text) {
            int slashes = text.indexOf("//");
            if (slashes >= 0) {
                String own = text.substring(0, slashes).strip();
                return new References(own, text.substring(slashes + 2).strip(), "");
            }
            int end = Math.min(text.length(), REFERENCE_CHARACTERS);
            return new References(text.substring(0, end).strip(), "", text.substring(end).strip());
        }
    }
}
