package dev.recon.server.file;

import java.util.UUID;

/// Where a file comes from that was made from others: its lines are those of the base, each in its
/// place, so that what was decided about them goes on.
///
/// @param kind `mended` or `merged`
/// @param addedId the file whose lines were put into it
/// @param lines how many it has
/// @param replaced how many of them took the place of others
/// @param added how many came behind the lines of the base
public record DerivedFile(
        UUID fileId, UUID baseId, UUID addedId, String kind, int lines, int replaced, int added) {
    public static final String MENDED = "mended";
    public static final String MERGED = "merged";
}
