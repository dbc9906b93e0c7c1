package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Columns of two files of which one has no entries, where they are called otherwise: the names
/// hint at the same role, and if no name tells, the first columns stand for each other. Nothing can
/// be matched wrongly by that.
record NamedRoles(SampleSide left, SampleSide right) {
    private static final List<Role> ROLES =
            List.of(
                    Role.REFERENCE,
                    Role.AMOUNT,
                    Role.CURRENCY,
                    Role.DATE,
                    Role.PARTY,
                    Role.TEXT,
                    Role.ACCOUNT);

    /// Gives the columns that belong together one name.
    void rename(Map<String, ColumnProfile> lefts, Map<String, ColumnProfile> rights) {
        boolean emptyLeft = left.rows() == 0;
        Map<String, ColumnProfile> filled = emptyLeft ? rights : lefts;
        Map<String, ColumnProfile> empty = emptyLeft ? lefts : rights;
        for (Role role : ROLES) {
            free(filled, empty, column -> role.isHinted(column.name()) && isOf(role, column))
                    .ifPresent(name ->
                            free(empty, filled, column -> role.isHinted(column.name()))
                                    .ifPresent(other -> rename(empty, other, name)));
        }
        boolean none =
                filled.keySet().stream()
                        .filter(empty::containsKey)
                        .map(filled::get)
                        .noneMatch(NamedRoles::mayDecide);
        if (none) {
            free(filled, empty, NamedRoles::mayDecide)
                    .ifPresent(name ->
                            free(empty, filled, _ -> true)
                                    .ifPresent(other -> rename(empty, other, name)));
        }
    }

    /// The first name of a column that fits and that the other file does not have.
    private static Optional<String> free(
            Map<String, ColumnProfile> of,
            Map<String, ColumnProfile> others,
            Predicate<ColumnProfile> fits) {
        return new ArrayList<>(of.entrySet())
                .stream()
                        .filter(named -> !others.containsKey(named.getKey()))
                        .filter(named -> fits.test(named.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static void rename(Map<String, ColumnProfile> of, String from, String to) {
        ColumnProfile column = of.remove(from);
        if (column != null) {
            of.put(to, column);
        }
    }

    private static boolean mayDecide(ColumnProfile column) {
        return KeyFinder.isKey(column) || column.type() instanceof ColumnType.Amount;
    }

    private static boolean isOf(Role role, ColumnProfile column) {
        return switch (role) {
            case AMOUNT, DEBIT, CREDIT, BALANCE -> column.type() instanceof ColumnType.Amount;
            case CURRENCY -> column.type() instanceof ColumnType.Currency;
            case DATE -> column.type() instanceof ColumnType.Date;
            case REFERENCE, PARTY, TEXT, ACCOUNT -> KeyFinder.isKey(column);
        };
    }
}
