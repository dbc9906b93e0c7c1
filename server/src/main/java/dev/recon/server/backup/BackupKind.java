package dev.recon.server.backup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the backup jobs write, what its files are called, and how long the bucket keeps it.
///
/// @param prefix what its names begin with
/// @param name what they look like
/// @param endings what goes elsewhere, apart from the `.json`; the first is the backup itself
/// @param retention which of them the bucket keeps
record BackupKind(String prefix, Pattern name, List<String> endings, Retention retention) {
    /// The database, to be restored as it was when it was dumped: the night's, and what people took
    /// at a time of their own.
    static final BackupKind DUMP =
            new BackupKind(
                    "backup-",
                    Pattern.compile("backup-\\d{8}(?:-\\d{6})?"),
                    List.of("dump", "facts", "roles", "sha256"),
                    Retention.USUAL);

    /// The whole cluster, to start a recovery to a moment from.
    static final BackupKind BASE =
            new BackupKind(
                    "base-",
                    Pattern.compile("base-\\d{8}-\\d{6}"),
                    List.of("tar.gz", "sha256"),
                    new Retention(0, 3, 0));

    private static final int DAY_DIGITS = 8;

    BackupKind {
        endings = List.copyOf(endings);
    }

    /// That of a name such as `backup-20261128`; none where it is no name.
    static Optional<BackupKind> of(String name) {
        return Stream.of(DUMP, BASE).filter(kind -> kind.isName(name)).findFirst();
    }

    boolean isName(String text) {
        return name.matcher(text).matches();
    }

    String main() {
        return endings.getFirst();
    }

    LocalDate day(String backup) {
        return LocalDate.parse(
                backup.substring(prefix.length(), prefix.length() + DAY_DIGITS),
                DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// The backup that an object or a file belongs to: what stands before the first dot.
    Optional<String> backup(String object) {
        int dot = object.indexOf('.');
        return dot > 0 && isName(object.substring(0, dot))
                ? Optional.of(object.substring(0, dot))
                : Optional.empty();
    }
}
