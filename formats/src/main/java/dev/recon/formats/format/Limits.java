package dev.recon.formats.format;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How far a file may unfold, and where.
///
/// @param unpackedBytesMax the most bytes that one file may unpack to
/// @param folder where temporary files stand
/// @param deadline when it must have unfolded, where somebody waits for it
public record Limits(long unpackedBytesMax, Path folder, @Nullable Deadline deadline) {
    private static final long UNPACKED_BYTES_MAX = 64L << 30;

    public Limits {
        if (unpackedBytesMax < 1) {
            throw new IllegalArgumentException("unpackedBytesMax must be 1 or more");
        }
    }

    /// Without a deadline.
    public Limits(long unpackedBytesMax, Path folder) {
        this(unpackedBytesMax, folder, null);
    }

    /// 64 GiB in the system's folder for temporary files.
    public static Limits standard() {
        return new Limits(UNPACKED_BYTES_MAX, Path.of(System.getProperty("java.io.tmpdir", ".")));
    }
}
