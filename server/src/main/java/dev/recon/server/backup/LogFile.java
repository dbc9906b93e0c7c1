package dev.recon.server.backup;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of a cluster's write-ahead log, as PostgreSQL names it: a segment of 16 MiB, or the
/// history of a timeline.
///
/// @param cluster the system identifier: names begin anew in each cluster
/// @param name such as `000000010000000000000003`
record LogFile(String cluster, String name) implements Comparable<LogFile> {
    /// Where the log is, in the folder and in the bucket.
    static final String FOLDER = "wal";

    /// What packed and encrypted files end with.
    static final String ENCRYPTED = ShippedBackup.ENCRYPTED;

    private static final String PACKED = ".gz";
    private static final Pattern OBJECT =
            Pattern.compile(
                    "(\\d{1,20})/([0-9A-F]{24}(?:\\.[0-9A-F]{8}\\.backup|\\.partial)?"
                            + "|[0-9A-F]{8}\\.history)\\.gz\\.age");
    private static final Comparator<LogFile> ORDER =
            Comparator.comparing(LogFile::cluster).thenComparing(LogFile::name);
    private static final int SEGMENT_DIGITS = 24;
    private static final int SEGMENTS_A_FILE = 256;

    /// Reads what stands after the [#FOLDER] in a bucket; nothing where it is something else.
    static Optional<LogFile> parse(String object) {
        Matcher parts = OBJECT.matcher(object);
        return parts.matches()
                ? Optional.of(new LogFile(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /// Its path below the [#FOLDER], as the archive has it.
    String packed() {
        return cluster + "/" + name + PACKED;
    }

    /// Its name in the bucket.
    String object() {
        return FOLDER + "/" + packed() + ENCRYPTED;
    }

    boolean isSegment() {
        return name.length() == SEGMENT_DIGITS;
    }

    boolean isHistory() {
        return name.endsWith(".history");
    }

    /// How many segments came before this one, on whatever timeline.
    long position() {
        return position(name);
    }

    /// The same of a name of 24 digits: eight for the timeline, and two numbers.
    static long position(String segment) {
        return Long.parseLong(segment.substring(8, 16), 16) * SEGMENTS_A_FILE
                + Long.parseLong(segment.substring(16, SEGMENT_DIGITS), 16);
    }

    @Override
    public int compareTo(LogFile other) {
        return ORDER.compare(this, other);
    }
}
