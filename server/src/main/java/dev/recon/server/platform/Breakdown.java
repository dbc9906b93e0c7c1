package dev.recon.server.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/// What broke or was sent, when something fails that is no fault of the program.
public enum Breakdown {
    /// There is no space, on our disk or on the database's.
    DISK_FULL,
    /// The database went away in the middle, or its disk failed; whether it did what it was asked
    /// nobody can say.
    DATABASE_LOST,
    /// Somebody sent a text that the database cannot hold: it has a NUL.
    NUL_IN_TEXT,
    OTHER;

    private static final String SQL_DISK_FULL = "53100";
    private static final Set<String> LOST = Set.of("08", "57P", "58");
    private static final Set<String> SQL_NUL_IN_TEXT = Set.of("22021", "22P05");

    /// What caused a failure.
    public static Breakdown of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Breakdown found = ofOne(cause);
            if (found != OTHER) {
                return found;
            }
        }
        return OTHER;
    }

    private static Breakdown ofOne(Throwable cause) {
        return switch (cause) {
            // The database transaction could not be begun, ended or taken back.
            case TransactionSystemException _ -> DATABASE_LOST;
            case SQLException sql -> ofState(sql.getSQLState());
            case IOException disk when isFull(disk) -> DISK_FULL;
            default -> OTHER;
        };
    }

    private static boolean isFull(IOException disk) {
        return Objects.toString(disk.getMessage(), "").contains("No space left");
    }

    /// Classes of SQLSTATE: 08 the connection, 57P the server is stopped or not yet up, 58 the
    /// system below it. The pool alone says none: a connection that broke was closed under its
    /// user.
    private static Breakdown ofState(@Nullable String state) {
        if (state == null) {
            return DATABASE_LOST;
        }
        if (state.equals(SQL_DISK_FULL)) {
            return DISK_FULL;
        }
        if (SQL_NUL_IN_TEXT.contains(state)) {
            return NUL_IN_TEXT;
        }
        return LOST.stream().anyMatch(state::startsWith) ? DATABASE_LOST : OTHER;
    }
}
