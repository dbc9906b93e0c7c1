package dev.recon.engine.explain;

import dev.recon.engine.money.Money;
import dev.recon.engine.rules.DayWindow;
import java.util.List;

/// How explanations say numbers.
final class Wording {
    private Wording() {}

    /// Of a long list of entries, how many are named.
    static final int ENTRIES_SHOWN = 10;

    static String days(long count) {
        return Math.abs(count) == 1 ? "1 day" : Math.abs(count) + " days";
    }

    /// How many days are allowed.
    static String bound(int days) {
        return days == DayWindow.UNBOUNDED ? "any" : Integer.toString(days);
    }

    /// A stretch of time in the two largest units that it has: `29 s`, `3 min`, `2 h 5 min`.
    static String span(long seconds) {
        long left = Math.abs(seconds);
        long[] units = {86_400, 3_600, 60, 1};
        String[] names = {" days", " h", " min", " s"};
        int unit = 0;
        while (unit < 3 && left < units[unit]) {
            unit++;
        }
        long whole = left / units[unit];
        long rest = unit == 3 ? 0 : left % units[unit] / units[unit + 1];
        String name = whole == 1 && unit == 0 ? " day" : names[unit];
        return whole + name + (rest == 0 ? "" : " " + rest + names[unit + 1]);
    }

    /// `2 days after`, as it is seen from the left.
    static String after(long days) {
        return days(days) + (days > 0 ? " after" : " before");
    }

    /// An amount without its currency and sign.
    static String amount(EntryFields like, long units) {
        return new Money(
                        like.table().currency(like.row()), Math.abs(units), like.table().decimals())
                .value();
    }

    /// An amount without its currency.
    static String signedAmount(EntryFields like, long units) {
        return new Money(like.table().currency(like.row()), units, like.table().decimals()).value();
    }

    /// What amounts add up to, in units.
    static long sum(List<EntryFields> entries) {
        return entries.stream().mapToLong(EntryFields::units).reduce(0, Math::addExact);
    }

    static String signed(double weight) {
        return (weight > 0 ? "+" : "") + weight;
    }

    static String count(long count, String one, String many) {
        return count == 1 ? "1 " + one : String.format(java.util.Locale.ROOT, "%,d ", count) + many;
    }
}
