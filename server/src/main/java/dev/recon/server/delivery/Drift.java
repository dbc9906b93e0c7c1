package dev.recon.server.delivery;

import dev.recon.server.delivery.Shape.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How the shape of a delivery differs from the one before.
///
/// Additive: a column that was not there. Risky: the cells of a column are of another type, written
/// in another way, of another size or sign. Breaking: a column is gone, or has another name.
record Drift(List<Change> changes) {
    private static final BigDecimal SIZE_FACTOR = BigDecimal.valueOf(30);
    private static final int SIGN_PERCENT = 50;

    Drift {
        changes = List.copyOf(changes);
    }

    static Drift between(Shape before, Shape after) {
        List<Change> changes = new ArrayList<>();
        List<Column> added = new ArrayList<>(after.columns());
        for (int at = 0; at < before.columns().size(); at++) {
            Column column = before.columns().get(at);
            Optional<Column> same = after.find(column.name());
            if (same.isPresent()) {
                added.remove(same.get());
                compare(column, same.get(), changes);
            } else {
                changes.add(gone(column, at, after, added));
            }
        }
        for (Column column : added) {
            changes.add(
                    new Change(Change.ADDITIVE, column.name(), "added", null, describe(column)));
        }
        return new Drift(changes);
    }

    /// The worst of the changes: `breaking`, `risky`, `additive` or `none`.
    String severity() {
        for (String severity : List.of(Change.BREAKING, Change.RISKY, Change.ADDITIVE)) {
            if (changes.stream().anyMatch(change -> change.severity().equals(severity))) {
                return severity;
            }
        }
        return "none";
    }

    /// A column that stands where it stood and is like it has another name now.
    private static Change gone(Column column, int at, Shape after, List<Column> added) {
        Column there = at < after.columns().size() ? after.columns().get(at) : null;
        if (there != null && added.contains(there) && there.isLike(column)) {
            added.remove(there);
            return new Change(
                    Change.BREAKING, column.name(), "renamed", column.name(), there.name());
        }
        return new Change(Change.BREAKING, column.name(), "gone", describe(column), null);
    }

    private static void compare(Column before, Column after, List<Change> changes) {
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        if (!before.type().equals(after.type())) {
            changes.add(risky(before, "type", before.type(), after.type()));
            return;
        }
        boolean told = before.format() != null && after.format() != null;
        if (told && !Objects.equals(before.format(), after.format())) {
            changes.add(risky(before, "format", before.format() + "", after.format() + ""));
        }
        if (before.isAmount()) {
            compareAmounts(before, after, changes);
        }
    }

    private static void compareAmounts(Column before, Column after, List<Change> changes) {
        BigDecimal then = before.middle();
        BigDecimal now = after.middle();
        boolean isComparable =
                then != null && now != null && then.signum() != 0 && now.signum() != 0;
        if (isComparable && then != null && now != null) {
            BigDecimal factor =
                    then.compareTo(now) < 0
                            ? now.divide(then, 1, RoundingMode.HALF_UP)
                            : then.divide(now, 1, RoundingMode.HALF_UP);
            if (factor.compareTo(SIZE_FACTOR) >= 0) {
                changes.add(risky(before, "scale", "about " + then, "about " + now));
            }
        }
        if (Math.abs(before.negativePercent() - after.negativePercent()) >= SIGN_PERCENT) {
            changes.add(
                    risky(
                            before,
                            "sign",
                            before.negativePercent() + " % negative",
                            after.negativePercent() + " % negative"));
        }
    }

    private static Change risky(Column column, String what, String before, String after) {
        return new Change(Change.RISKY, column.name(), what, before, after);
    }

    private static String describe(Column column) {
        return column.format() == null ? column.type() : column.type() + " " + column.format();
    }
}
