package dev.recon.server.breaks;

import dev.recon.server.platform.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Facets of the breaks that a filter leaves; each ignores its own part of the filter, so that the
/// other choices keep their counts.
///
/// @param waiting how many of those that the other filters leave wait for another person
record BreakCounts(
        long total,
        List<Money> values,
        List<FacetCount> kinds,
        List<FacetCount> statuses,
        List<FacetCount> sides,
        List<FacetCount> currencies,
        long waiting) {
    /// How many breaks have one value of a facet.
    record FacetCount(String value, long count, List<Money> values) {}

    static BreakCounts of(List<BreakStore.Group> groups, BreakFilter filter, int decimals) {
        Predicate<BreakStore.Group> kind = group -> filter.takesKind(group.kind());
        Predicate<BreakStore.Group> status = group -> filter.takesStatus(group.status());
        Predicate<BreakStore.Group> side = group -> filter.takesSide(group.side());
        Predicate<BreakStore.Group> currency = group -> filter.takesCurrency(group.currency());
        Facets facets = new Facets(groups, decimals);
        List<BreakStore.Group> all =
                groups.stream().filter(kind.and(status).and(side).and(currency)).toList();
        return new BreakCounts(
                all.stream().mapToLong(BreakStore.Group::count).sum(),
                facets.money(all),
                facets.of(status.and(side).and(currency), BreakStore.Group::kind),
                facets.of(kind.and(side).and(currency), BreakStore.Group::status),
                facets.of(kind.and(status).and(currency), BreakStore.Group::side),
                facets.of(kind.and(status).and(side), BreakStore.Group::currency),
                0);
    }

    /// The same, with how many of them wait for another person.
    BreakCounts waiting(long count) {
        return new BreakCounts(total, values, kinds, statuses, sides, currencies, count);
    }

    private record Facets(List<BreakStore.Group> groups, int decimals) {
        List<FacetCount> of(
                Predicate<BreakStore.Group> which, Function<BreakStore.Group, String> value) {
            Map<String, List<BreakStore.Group>> byValue = new LinkedHashMap<>();
            groups.stream()
                    .filter(which)
                    .filter(group -> !value.apply(group).isEmpty())
                    .forEach(group ->
                            byValue.computeIfAbsent(value.apply(group), _ -> new ArrayList<>())
                                    .add(group));
            List<FacetCount> counts = new ArrayList<>();
            byValue.forEach((one, found) ->
                    counts.add(
                            new FacetCount(
                                    one,
                                    found.stream().mapToLong(BreakStore.Group::count).sum(),
                                    money(found))));
            return counts;
        }

        List<Money> money(List<BreakStore.Group> found) {
            Map<String, Long> units = new TreeMap<>();
            found.forEach(group -> units.merge(group.currency(), group.units(), Math::addExact));
            List<Money> values = new ArrayList<>();
            units.forEach((currency, sum) -> values.add(Money.of(currency, sum, decimals)));
            return values;
        }
    }
}
