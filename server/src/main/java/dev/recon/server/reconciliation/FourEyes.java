package dev.recon.server.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.recon.engine.money.Currency;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Money;
import dev.recon.server.platform.Problem;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which decisions by hand another person approves before they count: none, all, or those that come
/// to more than a limit. Where there are limits, a currency without one has none to stay below, so
/// that its decisions always ask.
///
/// @param askedFor off, all or above
/// @param limits one a currency at most, by currency; only with `above`
public record FourEyes(String askedFor, @Nullable List<Money> limits) {
    public static final String NONE = "off";
    public static final String ALL = "all";
    public static final String ABOVE = "above";
    public static final FourEyes OFF = new FourEyes(NONE, List.of());

    private static final int LIMITS_MAX = 200;
    private static final int DIGITS_MAX = 14;

    public FourEyes {
        if (!List.of(NONE, ALL, ABOVE).contains(Checks.present("#/askedFor", askedFor))) {
            throw Problem.invalid("#/askedFor", "must be off, all or above");
        }
        limits =
                Objects.requireNonNullElse(limits, List.<Money>of()).stream()
                        .map(FourEyes::checked)
                        .sorted(Comparator.comparing(Money::currency))
                        .toList();
        if (limits.isEmpty() == askedFor.equals(ABOVE) || limits.size() > LIMITS_MAX) {
            throw Problem.invalid(
                    "#/limits",
                    "must have 1 to "
                            + LIMITS_MAX
                            + " amounts where askedFor is above, and none where it is not");
        }
        Set<String> known = new HashSet<>();
        limits.forEach(limit -> {
            if (!known.add(limit.currency())) {
                throw Problem.invalid("#/limits", "must not name " + limit.currency() + " twice");
            }
        });
    }

    /// The limits, never null.
    @Override
    public List<Money> limits() {
        return Objects.requireNonNull(limits);
    }

    @JsonIgnore
    public boolean isOff() {
        return askedFor.equals(NONE);
    }

    /// Does a decision about these values ask for another person?
    ///
    /// @param values one a currency, without signs
    public boolean asksFor(List<Money> values) {
        return switch (askedFor) {
            case ALL -> true;
            case ABOVE -> values.stream().anyMatch(this::isAbove);
            default -> false;
        };
    }

    private boolean isAbove(Money value) {
        Optional<Money> limit =
                limits().stream()
                        .filter(one -> one.currency().equals(value.currency()))
                        .findFirst();
        return limit.isEmpty()
                || new BigDecimal(value.value()).compareTo(new BigDecimal(limit.get().value())) > 0;
    }

    private static Money checked(@Nullable Money limit) {
        Money given = Checks.present("#/limits", limit);
        String code = Checks.present("#/limits", given.currency());
        if (code.length() != 3
                || Currency.pack(code.charAt(0), code.charAt(1), code.charAt(2)) == 0) {
            throw Problem.invalid(
                    "#/limits", "has the currency \"" + code + "\"; three letters such as EUR fit");
        }
        Currency currency = Currency.of(code);
        String value = Checks.present("#/limits", given.value());
        if (!value.matches(form(currency.decimals()))) {
            throw Problem.invalid(
                    "#/limits",
                    "has \""
                            + value
                            + "\" for "
                            + currency.code()
                            + "; an amount from 0 up with at most "
                            + currency.decimals()
                            + " decimals fits");
        }
        return Money.of(currency.code(), new BigDecimal(value));
    }

    private static String form(int decimals) {
        String whole = "\\d{1," + DIGITS_MAX + "}";
        return decimals == 0 ? whole : whole + "(\\.\\d{1," + decimals + "})?";
    }
}
