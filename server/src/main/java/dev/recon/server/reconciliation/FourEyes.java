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
/// @param dailyLimits what the decisions of one person may come to in 24 hours without another one;
///   only in currencies that have a limit, and not below it
public record FourEyes(
        String askedFor, @Nullable List<Money> limits, @Nullable List<Money> dailyLimits) {
    public static final String NONE = "off";
    public static final String ALL = "all";
    public static final String ABOVE = "above";
    public static final FourEyes OFF = new FourEyes(NONE, List.of(), List.of());

    private static final int LIMITS_MAX = 200;
    private static final int DIGITS_MAX = 14;

    public FourEyes {
        if (!List.of(NONE, ALL, ABOVE).contains(Checks.present("#/askedFor", askedFor))) {
            throw Problem.invalid("#/askedFor", "must be off, all or above");
        }
        limits = checked("#/limits", limits);
        dailyLimits = checked("#/dailyLimits", dailyLimits);
        if (limits.isEmpty() == askedFor.equals(ABOVE) || limits.size() > LIMITS_MAX) {
            throw Problem.invalid(
                    "#/limits",
                    "must have 1 to "
                            + LIMITS_MAX
                            + " amounts where askedFor is above, and none where it is not");
        }
        for (Money daily : dailyLimits) {
            requireAtLeastOneDecision(daily, find(limits, daily.currency()));
        }
    }

    private static void requireAtLeastOneDecision(Money daily, Optional<Money> one) {
        if (one.isEmpty()) {
            throw Problem.invalid(
                    "#/dailyLimits",
                    "has " + daily.currency() + ", which has no limit of a decision");
        }
        if (isMore(one.get(), daily)) {
            throw Problem.invalid(
                    "#/dailyLimits",
                    "must not be below what one decision may come to, "
                            + daily.currency()
                            + " "
                            + one.get().value());
        }
    }

    private static List<Money> checked(String pointer, @Nullable List<Money> given) {
        List<Money> checked =
                Objects.requireNonNullElse(given, List.<Money>of()).stream()
                        .map(limit -> checked(pointer, limit))
                        .sorted(Comparator.comparing(Money::currency))
                        .toList();
        Set<String> known = new HashSet<>();
        checked.forEach(limit -> {
            if (!known.add(limit.currency())) {
                throw Problem.invalid(pointer, "must not name " + limit.currency() + " twice");
            }
        });
        return checked;
    }

    /// The limits, never null.
    @Override
    public List<Money> limits() {
        return Objects.requireNonNull(limits);
    }

    /// The limits of a day, never null.
    @Override
    public List<Money> dailyLimits() {
        return Objects.requireNonNull(dailyLimits);
    }

    /// What one person may decide alone in a day in a currency; nothing where there is no limit.
    Optional<Money> dailyLimit(String currency) {
        return find(dailyLimits(), currency);
    }

    @JsonIgnore
    public boolean isDaily() {
        return !dailyLimits().isEmpty();
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

    /// The same about what somebody decided alone within a day, this decision included.
    public boolean asksForDay(List<Money> sums) {
        return sums.stream()
                .anyMatch(sum ->
                        dailyLimit(sum.currency()).filter(limit -> isMore(sum, limit)).isPresent());
    }

    private boolean isAbove(Money value) {
        return find(limits(), value.currency()).filter(limit -> !isMore(value, limit)).isEmpty();
    }

    private static Optional<Money> find(List<Money> limits, String currency) {
        return limits.stream().filter(one -> one.currency().equals(currency)).findFirst();
    }

    private static boolean isMore(Money value, Money limit) {
        return new BigDecimal(value.value()).compareTo(new BigDecimal(limit.value())) > 0;
    }

    private static Money checked(String pointer, @Nullable Money limit) {
        Money given = Checks.present(pointer, limit);
        String code = Checks.present(pointer, given.currency());
        if (code.length() != 3
                || Currency.pack(code.charAt(0), code.charAt(1), code.charAt(2)) == 0) {
            throw Problem.invalid(
                    pointer, "has the currency \"" + code + "\"; three letters such as EUR fit");
        }
        Currency currency = Currency.of(code);
        String value = Checks.present(pointer, given.value());
        if (!value.matches(form(currency.decimals()))) {
            throw Problem.invalid(
                    pointer,
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
