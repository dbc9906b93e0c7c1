package dev.recon.engine.report;

import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Counts and exact sums by a small number (a label, a kind) and by currency.
///
/// Plain arrays: one addition costs about 3 ns. A sum that does not fit 64 bits is an error, never
/// a wrong number.
final class Sums {
    private static final int PACKED_COUNT = 26 * 26 * 26 + 1;

    private final int slots;
    private final short[] indexOf = new short[PACKED_COUNT];
    private final List<Currency> currencies = new ArrayList<>();
    private final long[] counts;
    private long[] net = new long[0];
    private long[] gross = new long[0];

    Sums(int slots) {
        this.slots = slots;
        this.counts = new long[slots];
    }

    void add(int slot, short currency, long units) {
        int at = index(currency) * slots + slot;
        counts[slot]++;
        net[at] = Math.addExact(net[at], units);
        gross[at] = Math.addExact(gross[at], Math.absExact(units));
    }

    /// Moves a part of an entry's amount from one slot to another; where it counts stays the same.
    void moveRest(int from, int to, short currency, long units) {
        int start = index(currency) * slots;
        net[start + from] = Math.subtractExact(net[start + from], units);
        net[start + to] = Math.addExact(net[start + to], units);
        gross[start + from] = Math.subtractExact(gross[start + from], Math.absExact(units));
        gross[start + to] = Math.addExact(gross[start + to], Math.absExact(units));
    }

    long count(int slot) {
        return counts[slot];
    }

    /// The sum with signs over all slots.
    long net(Currency currency) {
        long sum = 0;
        int index = indexOf[currency.packed()];
        for (int slot = 0; index > 0 && slot < slots; slot++) {
            sum = Math.addExact(sum, net[(index - 1) * slots + slot]);
        }
        return sum;
    }

    /// The count and the sums without signs of some slots; a currency of no value is left out.
    Tally tally(int decimals, int... some) {
        long count = 0;
        for (int slot : some) {
            count += counts[slot];
        }
        List<Money> values = new ArrayList<>();
        for (Currency currency : currencies()) {
            long sum = 0;
            for (int slot : some) {
                sum = Math.addExact(sum, gross[index(currency.packed()) * slots + slot]);
            }
            if (sum != 0) {
                values.add(new Money(currency, sum, decimals));
            }
        }
        return new Tally(count, values);
    }

    /// The currencies that were added, by code.
    List<Currency> currencies() {
        return currencies.stream().sorted(Comparator.comparing(Currency::code)).toList();
    }

    private int index(short currency) {
        int index = indexOf[currency];
        return index != 0 ? index - 1 : start(currency);
    }

    private int start(short currency) {
        currencies.add(new Currency(currency));
        indexOf[currency] = (short) currencies.size();
        if (net.length < currencies.size() * slots) {
            net = Arrays.copyOf(net, 2 * currencies.size() * slots);
            gross = Arrays.copyOf(gross, net.length);
        }
        return currencies.size() - 1;
    }
}
