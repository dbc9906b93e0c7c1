package dev.recon.engine.explain;

import dev.recon.engine.money.Money;

/// How explanations say numbers.
final class Wording {
    private Wording() {}

    static String days(long count) {
        return Math.abs(count) == 1 ? "1 day" : Math.abs(count) + " days";
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

    static String signed(double weight) {
        return (weight > 0 ? "+" : "") + weight;
    }

    static String count(long count, String one, String many) {
        return count == 1 ? "1 " + one : String.format(java.util.Locale.ROOT, "%,d ", count) + many;
    }
}
