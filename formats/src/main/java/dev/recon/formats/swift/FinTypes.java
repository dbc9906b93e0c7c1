package dev.recon.formats.swift;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The message types of SWIFT that are read, and the names of others that people deliver.
final class FinTypes {
    static final Set<String> STATEMENTS = Set.of("940", "942", "950");
    static final Set<String> PAYMENTS = Set.of("101", "103", "202", "205", "900", "910");
    static final String READ =
            "a payment (MT101, MT103, MT202, MT205, MT900, MT910) or a statement"
                    + " (MT940, MT942, MT950)";

    private static final Pattern TYPE = Pattern.compile("\\{2:[IO](\\d{3})");
    private static final int ENVELOPE_CHARACTERS = 2000;
    private static final Map<String, String> GROUPS =
            Map.of(
                    "1", "customer payments",
                    "2", "transfers between banks",
                    "3", "foreign exchange, money markets and derivatives",
                    "4", "collections",
                    "5", "securities",
                    "6", "commodities and syndications",
                    "7", "documentary credits and guarantees",
                    "8", "travellers cheques",
                    "9", "cash management");

    private FinTypes() {}

    /// The type of the first message, if the file begins with an envelope.
    static Optional<String> first(String text) {
        if (!text.startsWith("{1:")) {
            return Optional.empty();
        }
        Matcher type =
                TYPE.matcher(text.substring(0, Math.min(text.length(), ENVELOPE_CHARACTERS)));
        return type.find() ? Optional.of(type.group(1)) : Optional.empty();
    }

    /// A message of a type in words, such as `an MT300 (foreign exchange, …)`.
    ///
    /// @param type empty where the envelope names none
    static String described(String type) {
        if (type.isEmpty()) {
            return "a message without a type";
        }
        return "an MT" + type + " (" + GROUPS.getOrDefault(type.substring(0, 1), "service") + ")";
    }
}
