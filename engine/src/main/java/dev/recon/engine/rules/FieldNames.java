package dev.recon.engine.rules;

import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which fields the two sides map, as far as the text says.
///
/// @param left the names on the left; empty when the left side could not be read
/// @param right the names on the right; empty when the right side could not be read
/// @param dated the names that a side reads as dates
/// @param only the word of the side that alone counts; empty when both do
record FieldNames(Set<String> left, Set<String> right, Set<String> dated, String only) {
    private static final Set<String> TYPED =
            Set.of(Table.AMOUNT, Table.CURRENCY, Table.DATE, Table.TIME);

    static FieldNames of(Layout left, Layout right) {
        Set<String> dated = new HashSet<>(left.dated());
        dated.addAll(right.dated());
        return new FieldNames(names(left), names(right), dated, "");
    }

    private static Set<String> names(Layout layout) {
        return new LinkedHashSet<>(layout.fields().keySet());
    }

    /// Every field that is not an amount, a currency, a date or a time is text.
    boolean isTextual(String field) {
        return !TYPED.contains(field) && !dated.contains(field);
    }

    /// A side that could not be read has its own fault: it is not blamed again in every pass.
    boolean isOnLeft(String field) {
        return left.isEmpty() || left.contains(field);
    }

    boolean isOnRight(String field) {
        return right.isEmpty() || right.contains(field);
    }

    /// Can the field be compared? Without any currency on either side all entries have the same
    /// one.
    boolean isOnBoth(String field) {
        boolean currencyOfNone =
                field.equals(Table.CURRENCY) && !left.contains(field) && !right.contains(field);
        return currencyOfNone || (isOnLeft(field) && isOnRight(field));
    }

    Set<String> both() {
        Set<String> both = new LinkedHashSet<>(left);
        both.retainAll(right);
        return both;
    }

    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return all;
    }

    /// The names as one side alone has them: what it maps is on both.
    FieldNames only(Side side) {
        Set<String> names = side == Side.LEFT ? left : right;
        return new FieldNames(names, names, dated, side.word());
    }

    /// Reads a list of fields that both sides must map.
    List<String> shared(YamlValue list) {
        List<YamlValue> items = list.items("a list of fields, such as [reference, amount]");
        Set<String> seen = new LinkedHashSet<>();
        for (YamlValue item : items) {
            String field = item.text("the name of a field");
            requireShared(item, field);
            if (!seen.add(field)) {
                item.fault("\"" + field + "\" again", "each field once");
            }
        }
        return List.copyOf(seen);
    }

    /// Says so when one of the sides does not map the field.
    void requireShared(YamlValue place, String field) {
        if (!place.isText() || isOnBoth(field)) {
            return;
        }
        String known = "a field that " + (only.isEmpty() ? "both sides map" : "it maps");
        String expected = both().isEmpty() ? known : known + ": " + YamlValue.choice(both());
        place.fault(
                place.shown() + ", which " + missing(field),
                expected + Spelling.hint(field, both()));
    }

    private String missing(String field) {
        if (!only.isEmpty()) {
            return "the " + only + " side does not map";
        }
        if (!isOnLeft(field) && !isOnRight(field)) {
            return "no side maps";
        }
        return isOnLeft(field) ? "the right side does not map" : "the left side does not map";
    }
}
