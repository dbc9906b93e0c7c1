package dev.recon.server.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which part of a list is wanted.
///
/// @param cursor behind which entry; empty for the start
/// @param limit how many entries, 1 to [Limits#PAGE_MAX]
public record Paging(Optional<Cursor> cursor, int limit) {
    /// What a request says.
    static Paging of(@Nullable String cursor, @Nullable String limit) {
        String wanted = limit == null ? Integer.toString(Limits.PAGE_DEFAULT) : limit;
        boolean inside =
                wanted.matches("\\d{1,3}")
                        && Integer.parseInt(wanted) >= 1
                        && Integer.parseInt(wanted) <= Limits.PAGE_MAX;
        if (!inside) {
            throw Problem.badRequest(
                    "limit is \""
                            + wanted
                            + "\"; give a number from 1 to "
                            + Limits.PAGE_MAX
                            + ".");
        }
        return new Paging(Optional.ofNullable(cursor).map(Cursor::parse), Integer.parseInt(wanted));
    }

    /// How many rows to read: one more than fit tells whether there is a next page.
    public int rows() {
        return limit + 1;
    }
}
