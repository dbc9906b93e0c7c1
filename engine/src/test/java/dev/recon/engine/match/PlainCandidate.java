package dev.recon.engine.match;

import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Calendars;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.DateColumn;
import java.math.BigDecimal;

/// May two entries belong together by a pass? As its documentation states it.
final class PlainCandidate {
    private PlainCandidate() {}

    static boolean isCandidate(Pass pass, TestEntry left, TestEntry right) {
        return switch (pass) {
            case Pass.Exact _, Pass.Group _, Pass.Sum _, Pass.Fee _, Pass.Fx _ -> true;
            case Pass.Contra _, Pass.Batch _ ->
                    throw new IllegalArgumentException("see PlainContra");
            case Pass.Probable _ -> throw new IllegalArgumentException("it has no plain form");
            case Pass.Reference reference ->
                    isFound(reference, left, right) || isFound(reference, right, left);
            case Pass.Close close ->
                    isNear(close.amount(), left, right)
                            && isInside(close, left, right)
                            && close.similar().stream().allMatch(f -> isSimilar(f, left, right));
        };
    }

    private static boolean isFound(Pass.Reference pass, TestEntry from, TestEntry to) {
        String reference = from.texts().getOrDefault(pass.find(), "");
        return key(pass, from).equals(key(pass, to))
                && !key(pass, from).isEmpty()
                && reference.length() >= pass.lengthMin()
                && reference.length() <= pass.lengthMax()
                && to.tokens().contains(reference);
    }

    static boolean isNear(Tolerance tolerance, TestEntry left, TestEntry right) {
        long difference = right.units() - left.units();
        long larger = Math.max(Math.abs(left.units()), Math.abs(right.units()));
        return switch (tolerance) {
            case Tolerance.Bound bound -> isWithin(bound, Math.abs(difference), larger);
            case Tolerance.Range(Tolerance.Bound below, Tolerance.Bound above) ->
                    isWithin(difference < 0 ? below : above, Math.abs(difference), larger);
            case Tolerance.PerCurrency(var byCurrency, Tolerance other) ->
                    isNear(
                            byCurrency.getOrDefault(Currency.of(left.currency()), other),
                            left,
                            right);
        };
    }

    private static boolean isWithin(Tolerance.Bound bound, long differenceUnits, long largerUnits) {
        BigDecimal difference = BigDecimal.valueOf(differenceUnits, 2);
        BigDecimal larger = BigDecimal.valueOf(largerUnits, 2);
        return switch (bound) {
            case Tolerance.Any _ -> true;
            case Tolerance.Absolute(BigDecimal amount) -> difference.compareTo(amount) <= 0;
            case Tolerance.Percent(BigDecimal percent) ->
                    difference.movePointRight(2).compareTo(percent.multiply(larger)) <= 0;
            case Tolerance.Capped(BigDecimal percent, BigDecimal cap) ->
                    difference.compareTo(cap) <= 0
                            && difference.movePointRight(2).compareTo(percent.multiply(larger))
                                    <= 0;
        };
    }

    private static boolean isInside(Pass.Close close, TestEntry left, TestEntry right) {
        if (close.seconds().isEmpty()) {
            return isInside(close.days(), left.day(), right.day());
        }
        long seconds = (long) day(close, right) - day(close, left);
        return day(close, left) != DateColumn.ABSENT
                && day(close, right) != DateColumn.ABSENT
                && seconds <= close.seconds().get().after()
                && -seconds <= close.seconds().get().before();
    }

    static boolean isInside(DayWindow window, int from, int to) {
        if (from == DateColumn.ABSENT || to == DateColumn.ABSENT) {
            return true;
        }
        int days = days(window, from, to);
        return days <= window.after() && -days <= window.before();
    }

    /// Business days one by one: those after the earlier date, up to the later one.
    static int days(DayWindow window, int from, int to) {
        if (!window.isInBusinessDays()) {
            return to - from;
        }
        int count = 0;
        for (int day = Math.min(from, to) + 1; day <= Math.max(from, to); day++) {
            count += Calendars.get(window.calendar()).between(day - 1, day);
        }
        return from <= to ? count : -count;
    }

    /// The date of an entry as the pass counts it: in business days since a day long ago, or with
    /// its time in seconds.
    static int day(Pass pass, TestEntry entry) {
        if (pass instanceof Pass.Close timed && timed.seconds().isPresent()) {
            boolean known = entry.day() != DateColumn.ABSENT && entry.texts().containsKey("time");
            return known ? (entry.day() - 19_900) * 86_400 + entry.seconds() : DateColumn.ABSENT;
        }
        boolean counted = pass instanceof Pass.Close close && close.days().isInBusinessDays();
        return entry.day() == DateColumn.ABSENT || !counted
                ? entry.day()
                : days(((Pass.Close) pass).days(), 19_900, entry.day());
    }

    private static boolean isSimilar(String field, TestEntry one, TestEntry other) {
        String first = one.texts().getOrDefault(field, "");
        String second = other.texts().getOrDefault(field, "");
        int shorter =
                Math.min(
                        first.codePointCount(0, first.length()),
                        second.codePointCount(0, second.length()));
        return first.isEmpty()
                || second.isEmpty()
                || edits(first, second) <= Math.min(2, shorter / 3);
    }

    /// The number of edits between two texts, by the textbook table.
    static int edits(String first, String second) {
        int[] one = first.codePoints().toArray();
        int[] other = second.codePoints().toArray();
        int[][] table = new int[one.length + 1][other.length + 1];
        for (int row = 0; row <= one.length; row++) {
            for (int column = 0; column <= other.length; column++) {
                if (row == 0 || column == 0) {
                    table[row][column] = row + column;
                } else {
                    int same = one[row - 1] == other[column - 1] ? 0 : 1;
                    int shifted = Math.min(table[row - 1][column], table[row][column - 1]) + 1;
                    table[row][column] = Math.min(table[row - 1][column - 1] + same, shifted);
                }
            }
        }
        return table[one.length][other.length];
    }

    /// The key of an entry, empty when a field of it is absent.
    static String key(Pass pass, TestEntry entry) {
        StringBuilder key = new StringBuilder(entry.currency());
        for (String field : pass.key()) {
            String value =
                    switch (field) {
                        case "amount" -> Long.toString(entry.units());
                        case "currency" -> entry.currency();
                        case "date" -> entry.day() == DateColumn.ABSENT ? "" : entry.day() + "";
                        default -> entry.texts().getOrDefault(field, "");
                    };
            if (value.isEmpty()) {
                return "";
            }
            key.append('|').append(value);
        }
        return key.toString();
    }
}
