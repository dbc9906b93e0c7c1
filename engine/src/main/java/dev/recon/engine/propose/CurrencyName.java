package dev.recon.engine.propose;

import dev.recon.engine.money.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The name of a column that says a currency: `Amount EUR`, `usd`, `Betrag (€)`.
///
/// @param rest its other words, the same for all currencies
record CurrencyName(String rest, Currency currency) {
    private static final Map<String, String> SIGNS =
            Map.of(
                    "€", "EUR", "£", "GBP", "$", "USD", "¥", "JPY", "EURO", "EUR", "DOLLAR", "USD",
                    "FRANKEN", "CHF", "ZŁ", "PLN");

    /// The one currency of a name, if there is one.
    static Optional<CurrencyName> of(String column) {
        List<String> rest = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (String word : Role.words(column.replaceAll("(\\p{Sc})", " $1 "), true)) {
            Optional<String> code = code(word.toUpperCase(Locale.ROOT));
            code.ifPresentOrElse(codes::add, () -> rest.add(word));
        }
        return codes.size() == 1
                ? Optional.of(
                        new CurrencyName(String.join(" ", rest), Currency.of(codes.getFirst())))
                : Optional.empty();
    }

    private static Optional<String> code(String word) {
        boolean listed = word.matches("[A-Z]{3}") && Currency.of(word).isListed();
        return listed ? Optional.of(word) : Optional.ofNullable(SIGNS.get(word));
    }
}
