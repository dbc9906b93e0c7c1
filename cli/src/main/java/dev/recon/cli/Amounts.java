package dev.recon.cli;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.report.Tally;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Numbers and amounts as people read them: in groups of three.
final class Amounts {
    private static final int CURRENCIES_SHOWN = 3;

    private Amounts() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Such as `97.3 %`, cut off, so that only all of them are 100 %.
    static String percent(long part, long whole) {
        long tenths = whole == 0 ? 0 : Math.multiplyExact(part, 1000L) / whole;
        return tenths / 10 + "." + tenths % 10 + " %";
    }

    /// Such as `-1,204.50`.
    static String value(Money money) {
        String plain = money.value();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder grouped = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = end - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /// The code of a currency, or `-` where the data has none.
    static String code(Currency currency) {
        return currency.equals(Currency.NONE) ? "-" : currency.code();
    }

    /// Such as `EUR 1,204.50`; only the number where the data has no currency.
    static String money(Money money) {
        boolean named = !money.currency().equals(Currency.NONE);
        return (named ? money.currency().code() + " " : "") + value(money);
    }

    /// The amounts of a tally that are not zero, the first few of them.
    static String sums(Tally tally) {
        List<Money> filled = tally.values().stream().filter(money -> !money.isZero()).toList();
        String shown =
                filled.stream()
                        .limit(CURRENCIES_SHOWN)
                        .map(Amounts::money)
                        .collect(Collectors.joining(" + "));
        int more = filled.size() - CURRENCIES_SHOWN;
        return more > 0 ? shown + " + " + more + " more" : shown;
    }
}
