package dev.recon.engine.rate;

import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.table.DateColumn;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rates of one pair of currencies, by day: those of the pair and those of the way back; of one
/// day the one that is stated in this direction.
public final class Quotes {
    private final CurrencyPair pair;
    private final int age;
    private final int[] days;
    private final Quote[] quotes;

    private Quotes(CurrencyPair pair, int age, Map<Integer, Quote> byDay) {
        this.pair = pair;
        this.age = age;
        this.days = byDay.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.quotes = byDay.values().toArray(Quote[]::new);
    }

    static Quotes of(CurrencyPair pair, Rates rates, int decimals) {
        TreeMap<Integer, Quote> byDay = new TreeMap<>();
        for (CurrencyPair stated : new CurrencyPair[] {pair.turned(), pair}) {
            for (Rate rate : rates.list()) {
                if (rate.pair().equals(stated)) {
                    int day = Math.toIntExact(rate.date().toEpochDay());
                    byDay.put(day, Quote.of(pair, rate, rates.rounding(), decimals));
                }
            }
        }
        return new Quotes(pair, rates.age(), byDay);
    }

    public CurrencyPair pair() {
        return pair;
    }

    boolean isEmpty() {
        return days.length == 0;
    }

    /// Does a rate hold on this day: the newest one of it or of a day before, if that is not too
    /// long ago?
    public boolean holdsOn(int day) {
        return find(day) != null;
    }

    /// What an amount of this day is worth; empty when it is larger than an amount may be.
    ///
    /// @throws IllegalStateException when no rate holds on this day
    public OptionalLong convert(long units, int day) {
        Quote quote = find(day);
        if (quote == null) {
            throw new IllegalStateException(missing(day));
        }
        return quote.convert(units);
    }

    /// The rate of this day in words, such as `the rate 0.9231 of USD/EUR of 2026-03-02`.
    ///
    /// @throws IllegalStateException when no rate holds on this day
    public String words(int day) {
        Quote quote = find(day);
        if (quote == null) {
            throw new IllegalStateException(missing(day));
        }
        return quote.rate().toString();
    }

    /// Why no rate holds on this day, in words.
    public String missing(int day) {
        String none = "there is no rate of " + pair;
        if (day == DateColumn.ABSENT) {
            return none + " for an entry without a date";
        }
        String date = java.time.LocalDate.ofEpochDay(day).toString();
        int place = place(day);
        if (place < 0) {
            return none + " for " + date + " or before";
        }
        return none
                + " for "
                + date
                + ": the newest one before is of "
                + quotes[place].rate().date()
                + ", "
                + (day - days[place])
                + " days old, and rates hold for "
                + age;
    }

    private @Nullable Quote find(int day) {
        int place = day == DateColumn.ABSENT ? -1 : place(day);
        return place < 0 || (long) day - days[place] > age ? null : quotes[place];
    }

    /// The place of the newest rate of this day or before, -1 for none.
    private int place(int day) {
        int found = Arrays.binarySearch(days, day);
        return found >= 0 ? found : -found - 2;
    }
}
