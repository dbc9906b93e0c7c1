package dev.recon.engine.rules;

import dev.recon.engine.table.Side;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The exchange rates of a rule set, and how amounts are converted with them.
///
/// @param into the side in whose currency amounts are compared; those of the other are converted
/// @param age how many days after its own a rate still holds
/// @param rounding how a converted amount becomes whole smallest units of its currency
/// @param list by pair, then by date
public record Rates(Side into, int age, Rounding rounding, List<Rate> list) {
    private static final Comparator<Rate> ORDER =
            Comparator.comparing((Rate rate) -> rate.pair().toString()).thenComparing(Rate::date);

    /// No rates: no amount is ever converted.
    public static final Rates NONE = new Rates(Side.RIGHT, 0, Rounding.HALF_UP, List.of());

    private record Place(CurrencyPair pair, java.time.LocalDate date) {}

    public Rates {
        list = list.stream().sorted(ORDER).toList();
        Set<Place> places = new HashSet<>();
        for (Rate rate : list) {
            if (!places.add(new Place(rate.pair(), rate.date()))) {
                throw new IllegalArgumentException("two rates of a day: " + rate);
            }
        }
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /// Is there a rate for the pair or for the way back, of any day?
    public boolean states(CurrencyPair pair) {
        CurrencyPair turned = pair.turned();
        return list.stream()
                .anyMatch(rate -> rate.pair().equals(pair) || rate.pair().equals(turned));
    }
}
