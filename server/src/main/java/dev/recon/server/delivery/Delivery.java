package dev.recon.server.delivery;

import dev.recon.server.file.FileRef;
import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One delivery of a source.
///
/// @param number counts from 1 in its source
/// @param state `taken`, `held` until somebody takes it, or `refused` because it cannot be read
/// @param reason why it is held or refused
/// @param lines how many lines it has
/// @param broken how many of them have another number of cells than the first line, or cannot be
///   split into cells
/// @param severity of the worst of its changes, or `none`
/// @param changes how its shape differs from the delivery before
/// @param mergedFileId all that the source has delivered up to it, each entry once
/// @param newLines how many entries were new, where it was put to the ones before
/// @param isKnown did it bring bytes that this source had delivered already?
public record Delivery(
        int number,
        FileRef file,
        Instant arrivedAt,
        Person arrivedBy,
        String state,
        @Nullable String reason,
        int lines,
        int broken,
        String severity,
        List<Change> changes,
        @Nullable UUID mergedFileId,
        @Nullable Integer newLines,
        @Nullable Integer knownLines,
        @Nullable Integer changedLines,
        boolean isKnown) {
    public static final String TAKEN = "taken";
    public static final String HELD = "held";
    public static final String REFUSED = "refused";

    public Delivery {
        changes = List.copyOf(changes);
    }

    Delivery asKnown() {
        return new Delivery(
                number,
                file,
                arrivedAt,
                arrivedBy,
                state,
                reason,
                lines,
                broken,
                severity,
                changes,
                mergedFileId,
                newLines,
                knownLines,
                changedLines,
                true);
    }

    boolean isTaken() {
        return state.equals(TAKEN);
    }

    /// Is it a header alone, which has the same bytes every day?
    boolean isHeaderAlone() {
        return isTaken() && lines == 0;
    }
}
