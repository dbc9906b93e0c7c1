package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;

/// The bounds that may differ from installation to installation.
///
/// @param uploadBytesMax the size of the largest file
/// @param unfoldSecondsMax how long one file may take to unfold
/// @param storageBytesMax how much the files of one workspace may have together; 0 for no limit
/// @param breaksMax a run with more breaks than this ends as held
/// @param explainedBytesMax a run of larger files is explained by what an index finds near
public record BoundSettings(
        long uploadBytesMax,
        int unfoldSecondsMax,
        long storageBytesMax,
        long breaksMax,
        long explainedBytesMax) {
    private static final int UNFOLD_SECONDS_DEFAULT = 600;
    private static final int UNFOLD_SECONDS_MAX = 24 * 3600;
    private static final long UPLOAD_BYTES_MAX_DEFAULT = 2L << 30;
    private static final long BREAKS_MAX = 1_000_000;

    /// Both files of a run whose entries are all kept in memory: about three million entries.
    private static final long EXPLAINED_BYTES_MAX_DEFAULT = 256L << 20;

    static BoundSettings read(Environment from) {
        Range any = Range.upTo(Long.MAX_VALUE);
        return new BoundSettings(
                from.number("RECON_UPLOAD_BYTES_MAX", any, UPLOAD_BYTES_MAX_DEFAULT),
                from.small(
                        "RECON_UNFOLD_SECONDS_MAX",
                        new Range(1, UNFOLD_SECONDS_MAX),
                        UNFOLD_SECONDS_DEFAULT),
                from.number("RECON_STORAGE_BYTES_MAX", any, 0),
                from.number("RECON_BREAKS_MAX", Range.upTo(BREAKS_MAX), BREAKS_MAX),
                from.number("RECON_EXPLAINED_BYTES_MAX", any, EXPLAINED_BYTES_MAX_DEFAULT));
    }
}
