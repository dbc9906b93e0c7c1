package dev.recon.engine.propose;

import static java.util.Comparator.comparingInt;

import dev.recon.engine.money.Currency;
import dev.recon.engine.propose.AmountColumns.Found;
import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Amounts that stand in one of several columns of a side: a debit and a credit column, a column
/// for each currency, or both.
record SplitColumns(SampleSide sample) {
    private static final double BOTH_FILLED_MAX = 0.02;

    /// A line of totals fills both; fewer lines than these tell nothing of it.
    private static final int LINES_MIN = 20;

    /// The columns that are called debit and credit, where there are two such.
    Optional<Found> debitAndCredit(List<ColumnProfile> amounts, char mark) {
        Optional<ColumnProfile> debit = hinted(amounts, Role.DEBIT);
        Optional<ColumnProfile> credit = hinted(amounts, Role.CREDIT);
        return debit.isPresent() && credit.isPresent() && !debit.equals(credit)
                ? split(two(debit.get(), credit.get()), mark, Math.max(totals(), bothMax()))
                : Optional.empty();
    }

    /// Two columns without telling names of which no row fills both, but for one of totals.
    Optional<Found> halves(ColumnProfile debit, ColumnProfile credit, char mark) {
        return split(two(debit, credit), mark, totals());
    }

    /// The columns whose names differ by a currency and nothing else, of which each row fills one.
    List<Found> byCurrency(char mark) {
        Map<String, SequencedMap<Currency, ColumnProfile>> named = byName();
        List<List<PartColumn>> all = new ArrayList<>();
        for (String rest : List.copyOf(named.keySet())) {
            SequencedMap<Currency, ColumnProfile> debits = named.get(rest);
            Optional<String> credit = credit(named, rest);
            if (debits != null && credit.isPresent()) {
                List<PartColumn> parts = new ArrayList<>(parts(debits, true));
                parts.addAll(parts(named.getOrDefault(credit.get(), debits), false));
                List<Currency> order = List.copyOf(debits.keySet());
                parts.sort(comparingInt(part -> order.indexOf(part.currency().orElseThrow())));
                all.add(parts);
                named.keySet().removeAll(List.of(rest, credit.get()));
            }
        }
        named.values().forEach(columns -> all.add(parts(columns, false)));
        return all.stream().flatMap(parts -> split(parts, mark, bothMax()).stream()).toList();
    }

    /// The credit columns beside debit columns of the same currencies.
    private static Optional<String> credit(
            Map<String, SequencedMap<Currency, ColumnProfile>> named, String debit) {
        return named.entrySet().stream()
                .filter(other ->
                        Role.DEBIT.isHinted(debit)
                                && Role.CREDIT.isHinted(other.getKey())
                                && !other.getKey().equals(debit)
                                && isOf(named.get(debit), other.getValue().keySet()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOf(
            @Nullable SequencedMap<Currency, ColumnProfile> columns, Set<Currency> currencies) {
        return columns != null && columns.keySet().equals(currencies);
    }

    private static List<PartColumn> parts(
            SequencedMap<Currency, ColumnProfile> columns, boolean isDebit) {
        return columns.entrySet().stream()
                .map(of -> PartColumn.of(of.getValue(), isDebit, Optional.of(of.getKey())))
                .toList();
    }

    /// By what their names have in common, the columns of several currencies, some filled.
    private Map<String, SequencedMap<Currency, ColumnProfile>> byName() {
        Map<String, SequencedMap<Currency, ColumnProfile>> named = new LinkedHashMap<>();
        for (ColumnProfile column : sample.columns()) {
            boolean empty = column.type() instanceof ColumnType.Empty;
            if (empty || column.type() instanceof ColumnType.Amount) {
                CurrencyName.of(column.name())
                        .filter(name -> !Role.BALANCE.isHinted(name.rest()))
                        .ifPresent(name ->
                                named.computeIfAbsent(name.rest(), _ -> new LinkedHashMap<>())
                                        .putIfAbsent(name.currency(), column));
            }
        }
        named.values()
                .removeIf(columns ->
                        columns.size() < 2
                                || columns.values().stream()
                                        .allMatch(c -> c.type() instanceof ColumnType.Empty));
        return named;
    }

    private static List<PartColumn> two(ColumnProfile debit, ColumnProfile credit) {
        return List.of(
                PartColumn.of(debit, true, Optional.empty()),
                PartColumn.of(credit, false, Optional.empty()));
    }

    private int totals() {
        return sample.rows() < LINES_MIN ? 0 : 1;
    }

    private int bothMax() {
        return (int) (sample.rows() * BOTH_FILLED_MAX);
    }

    /// @param bothMax how many of the rows may fill several
    private Optional<Found> split(List<PartColumn> parts, char mark, int bothMax) {
        long[] units = new long[sample.rows()];
        boolean[] filled = new boolean[units.length];
        int both = 0;
        boolean negative = areNegative(parts, mark);
        for (PartColumn part : parts) {
            long[] of = sample.amounts(part.column(), mark);
            for (int row = 0; row < units.length; row++) {
                if (AmountColumns.isFilled(of[row])) {
                    both += filled[row] ? 1 : 0;
                    filled[row] = true;
                    units[row] += part.isDebit() && !negative ? -of[row] : of[row];
                }
            }
        }
        List<PartColumn> found =
                negative ? parts.stream().map(PartColumn::negative).toList() : parts;
        return both > bothMax
                ? Optional.empty()
                : Optional.of(new Found(found, mark, new AmountShape.Plain(), units, 1));
    }

    /// What a rule set says of an amount that was found in several columns.
    static FieldSource source(Found found, boolean opposite) {
        return new FieldSource.SplitAmount(
                found.parts().stream().map(PartColumn::named).toList(),
                found.mark(),
                opposite,
                found.parts().stream().anyMatch(PartColumn::isNegative));
    }

    /// Are most debits below zero, so that one above is the reversal?
    private boolean areNegative(List<PartColumn> parts, char mark) {
        int below = 0;
        int above = 0;
        for (PartColumn part : parts) {
            long[] of = part.isDebit() ? sample.amounts(part.column(), mark) : new long[0];
            for (long units : of) {
                below += AmountColumns.isFilled(units) && units < 0 ? 1 : 0;
                above += AmountColumns.isFilled(units) && units > 0 ? 1 : 0;
            }
        }
        return below > above;
    }

    private static Optional<ColumnProfile> hinted(List<ColumnProfile> columns, Role role) {
        return columns.stream().filter(column -> role.isHinted(column.name())).findFirst();
    }
}
