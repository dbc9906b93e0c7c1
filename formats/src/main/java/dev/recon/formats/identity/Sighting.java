package dev.recon.formats.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One entry as one delivery shows it.
///
/// @param account whose entry it is; empty where the delivery does not say
/// @param bankReference the bank's own reference, which need not be unique; may be empty
/// @param amount the amount with its currency
/// @param date the day of its booking; may be empty
/// @param content all cells that an entry keeps from one delivery to the next
/// @param state the cells that may change while it stays the same entry
public record Sighting(
        String account,
        String bankReference,
        String amount,
        String date,
        String content,
        String state) {
    /// Where an entry stands says nothing of which it is.
    private static final Set<String> PLACES = Set.of("line", "statement");

    /// A pending entry that is booked later stays the same.
    private static final Set<String> STATES = Set.of("status");

    private static final char BETWEEN = '\u001F';

    /// An entry of a table.
    ///
    /// @param header the names of the columns
    /// @param cells its cells, in their order
    public static Sighting of(List<String> header, List<String> cells) {
        Map<String, String> named = new TreeMap<>();
        for (int column = 0; column < header.size(); column++) {
            String cell = column < cells.size() ? cells.get(column) : "";
            if (!cell.isEmpty()) {
                named.put(header.get(column), cell);
            }
        }
        List<String> content = new ArrayList<>();
        List<String> state = new ArrayList<>();
        named.forEach((name, cell) -> {
            if (!PLACES.contains(name)) {
                (STATES.contains(name) ? state : content).add(name + BETWEEN + cell);
            }
        });
        return new Sighting(
                named.getOrDefault("account", ""),
                named.getOrDefault("bank_reference", ""),
                named.getOrDefault("currency", "") + BETWEEN + named.getOrDefault("amount", ""),
                named.getOrDefault("booking_date", ""),
                String.join("\n", content),
                String.join("\n", state));
    }

    /// Do amount and day allow that this is the same entry as another of its reference? A pending
    /// entry may have no day yet.
    boolean mayBe(Sighting other) {
        return amount.equals(other.amount)
                && (date.isEmpty() || other.date.isEmpty() || date.equals(other.date));
    }

    /// What a bank reference stands for: it is one of an account.
    String referenceKey() {
        return bankReference.isEmpty() ? "" : account + BETWEEN + bankReference;
    }
}
