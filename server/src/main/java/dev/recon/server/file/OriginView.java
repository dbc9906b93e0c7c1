package dev.recon.server.file;

import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.Origin;
import java.util.List;

/// What a file was before it became a table, as it is kept and leaves the server.
///
/// @param entries how many lines its table has; 0 for delimited text, which is not counted
/// @param proofs what the file says of itself and holds, the first of them
/// @param proofsTotal how many hold
public record OriginView(
        String format,
        long entries,
        List<DoorProof> proofs,
        int proofsTotal,
        List<String> notes,
        List<Origin.Choice> choices) {
    private static final int PROOFS_MAX = 500;
    private static final int NOTES_MAX = 100;

    static OriginView of(Origin origin) {
        return new OriginView(
                origin.format(),
                origin.entries(),
                origin.proofs().stream().limit(PROOFS_MAX).toList(),
                origin.proofs().size(),
                origin.notes().stream().limit(NOTES_MAX).toList(),
                origin.choices());
    }
}
