package dev.recon.engine.explain;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Tolerance.Bound;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Amounts and dates that may lie apart, but not too far.
final class NearConditions {
    private static final int PERCENT_DECIMALS = 4;

    private NearConditions() {}

    static Condition amount(Tolerance tolerance, EntryPair pair) {
        if (pair.isMixed()) {
            return ofTwoCurrencies(pair);
        }
        boolean below = pair.differenceUnits() > 0;
        Bound bound = tolerance.bound(pair.left().money().currency(), below);
        BigDecimal larger = larger(pair);
        Optional<BigDecimal> allowed = bound.allowed(larger);
        if (allowed.isEmpty()) {
            return Condition.holds(Table.AMOUNT, "any amount will do");
        }
        BigDecimal apart = decimal(pair, Math.abs(pair.differenceUnits()));
        BigDecimal spare = allowed.get().subtract(apart);
        String facts = shown(pair, apart) + " apart, allowed are " + shown(pair, allowed.get());
        Distance distance = pair.amountDistance(allowed.get());
        if (spare.signum() >= 0) {
            String same = apart.signum() == 0 ? "the same amount" : facts;
            return Condition.holds(Table.AMOUNT, same).by(distance);
        }
        return Condition.fails(
                        Table.AMOUNT,
                        shown(pair, spare.negate()) + " over tolerance: the amounts are " + facts,
                        wider(bound, pair, larger)
                                .<Mend>map(wide -> mend(tolerance, pair, wide))
                                .orElseGet(Mend.None::new))
                .by(distance);
    }

    /// Without a rate, nothing can be said of them.
    static Condition ofTwoCurrencies(EntryPair pair) {
        return Condition.fails(
                Table.AMOUNT,
                pair.left().money() + " and " + pair.right().money() + " are of two currencies",
                new Mend.None());
    }

    private static Mend mend(Tolerance tolerance, EntryPair pair, Bound wide) {
        Currency currency = pair.left().money().currency();
        boolean below = pair.differenceUnits() > 0;
        String text = said(wide) + " instead of " + said(tolerance.bound(currency, below));
        String side = below ? " where the right is less" : " where the right is more";
        boolean sided = !tolerance.bound(currency, !below).equals(tolerance.bound(currency, below));
        return new Mend.Amount(with(tolerance, currency, below, wide), sided ? text + side : text);
    }

    /// The tolerance with another bound for one currency and direction.
    private static Tolerance with(
            Tolerance tolerance, Currency currency, boolean below, Bound wide) {
        return switch (tolerance) {
            case Tolerance.Bound _ -> wide;
            case Tolerance.Range(Bound before, Bound above) ->
                    below ? new Tolerance.Range(wide, above) : new Tolerance.Range(before, wide);
            case Tolerance.PerCurrency(var byCurrency, Tolerance other) -> {
                SequencedMap<Currency, Tolerance> changed = new LinkedHashMap<>(byCurrency);
                Tolerance before = byCurrency.getOrDefault(currency, other);
                changed.put(currency, with(before, currency, below, wide));
                yield new Tolerance.PerCurrency(changed, other);
            }
        };
    }

    /// The smallest bound of the same form that would allow the difference.
    private static Optional<Bound> wider(Bound bound, EntryPair pair, BigDecimal larger) {
        BigDecimal apart =
                new BigDecimal(shown(pair, decimal(pair, Math.abs(pair.differenceUnits()))));
        return switch (bound) {
            case Tolerance.Any any -> Optional.of(any);
            case Tolerance.Absolute _ -> Optional.of(new Tolerance.Absolute(apart));
            case Tolerance.Percent _ -> percent(apart, larger).map(Tolerance.Percent::new);
            case Tolerance.Capped(BigDecimal percent, BigDecimal cap) ->
                    percent(apart, larger)
                            .map(needed ->
                                    new Tolerance.Capped(needed.max(percent), apart.max(cap)));
        };
    }

    /// The smallest share that would allow it, rounded up to the decimals that a rule can have.
    private static Optional<BigDecimal> percent(BigDecimal apart, BigDecimal larger) {
        BigDecimal needed =
                apart.movePointRight(2).divide(larger, PERCENT_DECIMALS, RoundingMode.CEILING);
        return needed.compareTo(BigDecimal.valueOf(100)) <= 0
                ? Optional.of(plain(needed))
                : Optional.empty();
    }

    static String said(Bound bound) {
        return switch (bound) {
            case Tolerance.Any() -> "any amount";
            case Tolerance.Absolute(BigDecimal amount) -> amount.toPlainString();
            case Tolerance.Percent(BigDecimal percent) -> percent.toPlainString() + "%";
            case Tolerance.Capped(BigDecimal percent, BigDecimal cap) ->
                    percent.toPlainString() + "%, at most " + cap.toPlainString();
        };
    }

    static Condition days(DayWindow window, EntryPair pair) {
        if (window.equals(DayWindow.ANY)) {
            return Condition.holds(Table.DATE, "any date will do");
        }
        if (!pair.hasDays()) {
            return Condition.holds(Table.DATE, "a side has no date, so any will do");
        }
        int days = window.days(pair.left().day(), pair.right().day());
        int allowed = days > 0 ? window.after() : window.before();
        String facts =
                days == 0
                        ? "the same day"
                        : "the right date is "
                                + Wording.after(days)
                                + " the left one, allowed are "
                                + Wording.bound(allowed)
                                + (window.isInBusinessDays()
                                        ? ", in business days of " + window.calendar()
                                        : "");
        Distance distance = distance(window, days, allowed);
        if (window.holds(pair.left().day(), pair.right().day())) {
            return Condition.holds(Table.DATE, facts).by(distance);
        }
        DayWindow wider =
                days > 0
                        ? new DayWindow(window.before(), days, window.calendar())
                        : new DayWindow(-days, window.after(), window.calendar());
        String missed = "missed by " + Wording.days(Math.abs(days) - (long) allowed) + ": ";
        return Condition.fails(Table.DATE, missed + facts, new Mend.Days(wider, days)).by(distance);
    }

    private static Distance distance(DayWindow window, int days, int allowed) {
        Optional<String> calendar =
                window.isInBusinessDays()
                        ? Optional.of(String.valueOf(window.calendar()))
                        : Optional.empty();
        return allowed == DayWindow.UNBOUNDED
                ? new Distance.None()
                : new Distance.Days(days, allowed, calendar);
    }

    private static BigDecimal larger(EntryPair pair) {
        long units = Math.max(Math.abs(pair.left().units()), Math.abs(pair.right().units()));
        return decimal(pair, units);
    }

    private static BigDecimal decimal(EntryPair pair, long units) {
        return BigDecimal.valueOf(units, pair.left().table().decimals());
    }

    static String shown(EntryPair pair, BigDecimal amount) {
        int decimals = pair.left().money().currency().decimals();
        BigDecimal shortest = plain(amount);
        return shortest.scale() < decimals
                ? shortest.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString()
                : shortest.toPlainString();
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
