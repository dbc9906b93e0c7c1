package dev.recon.formats.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Tells which entries of a delivery are new, so that overlapping deliveries add each entry once.
///
/// Two rules, in this order:
///
/// 1. A bank reference that nothing repeats, neither in what is known nor in the delivery, is an
///    identity, if amount and day are the same too: banks use one reference every month for the
///    same rent. A reference that repeats is none, for any entry.
/// 2. Else an entry is the same as one of equal content, each of them once: of n equal entries in a
///    delivery, as many are new as are not known yet. Genuine twins stay as many as they are.
///
/// Pure, and the same for every order of the entries. Linear in time and memory.
public final class Arrivals {
    private Arrivals() {}

    /// What became of one entry of a delivery.
    public sealed interface Arrival {
        /// Seen for the first time.
        record New() implements Arrival {}

        /// The same as the known entry at a place, from 0.
        record Known(int place) implements Arrival {}

        /// The same as the known entry at a place, with other cells than it had.
        record Changed(int place) implements Arrival {}
    }

    /// Judges each entry of a delivery, in its order.
    ///
    /// @param known the entries that earlier deliveries brought, each once
    /// @param delivery the entries that have come now
    public static List<Arrival> of(List<Sighting> known, List<Sighting> delivery) {
        Map<String, Integer> byReference = references(known, delivery);
        boolean[] taken = new boolean[known.size()];
        List<OptionalInt> places = new ArrayList<>();
        for (Sighting entry : delivery) {
            Integer place = byReference.get(entry.referenceKey());
            OptionalInt same = OptionalInt.empty();
            if (place != null && known.get(place).mayBe(entry)) {
                taken[place] = true;
                same = OptionalInt.of(place);
            }
            places.add(same);
        }
        Map<String, Deque<Integer>> byContent = contents(known, taken);
        List<Arrival> arrivals = new ArrayList<>();
        for (int at = 0; at < delivery.size(); at++) {
            arrivals.add(arrival(known, delivery.get(at), places.get(at), byContent));
        }
        return arrivals;
    }

    private static Arrival arrival(
            List<Sighting> known,
            Sighting entry,
            OptionalInt byReference,
            Map<String, Deque<Integer>> byContent) {
        OptionalInt place = byReference;
        if (place.isEmpty()) {
            Deque<Integer> equal = byContent.get(entry.content());
            if (equal == null || equal.isEmpty()) {
                return new Arrival.New();
            }
            place = OptionalInt.of(equal.remove());
        }
        Sighting before = known.get(place.getAsInt());
        boolean isEqual =
                before.content().equals(entry.content()) && before.state().equals(entry.state());
        return isEqual
                ? new Arrival.Known(place.getAsInt())
                : new Arrival.Changed(place.getAsInt());
    }

    /// The places of the known entries whose reference is an identity.
    private static Map<String, Integer> references(List<Sighting> known, List<Sighting> delivery) {
        Set<String> repeated = repeated(known);
        repeated.addAll(repeated(delivery));
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < known.size(); place++) {
            String key = known.get(place).referenceKey();
            if (!key.isEmpty() && !repeated.contains(key)) {
                places.put(key, place);
            }
        }
        return places;
    }

    private static Set<String> repeated(List<Sighting> entries) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Sighting entry : entries) {
            if (!seen.add(entry.referenceKey())) {
                repeated.add(entry.referenceKey());
            }
        }
        return repeated;
    }

    private static Map<String, Deque<Integer>> contents(List<Sighting> known, boolean[] taken) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int place = 0; place < known.size(); place++) {
            if (!taken[place]) {
                places.computeIfAbsent(known.get(place).content(), _ -> new ArrayDeque<>())
                        .add(place);
            }
        }
        return places;
    }
}
