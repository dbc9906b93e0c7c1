package dev.recon.server.run;

import java.time.Instant;
import java.util.UUID;

/// An entry that an earlier run left unsettled, in the one that carries it on.
///
/// @param earlier its line in the run that is followed
/// @param fileId the file that first brought it
/// @param file the name of that file
/// @param fileLine its line there
/// @param runs how many runs have left it unsettled
/// @param firstRun the number of the first of them
/// @param since when that run ended
/// @param text its record as its file has it, without the line break
public record CarriedLine(
        int earlier,
        UUID fileId,
        String file,
        int fileLine,
        int runs,
        int firstRun,
        Instant since,
        String text) {
    /// The same entry by its line in the run that is followed.
    CarriedLine in(int line) {
        return new CarriedLine(line, fileId, file, fileLine, runs, firstRun, since, text);
    }

    /// The same entry, whose break is known since then.
    CarriedLine knownSince(UnsettledStore.Since known) {
        return new CarriedLine(
                earlier, fileId, file, fileLine, runs, known.run(), known.at(), text);
    }

    /// How many lines an editor counts in it.
    int physicalLines() {
        return 1 + (int) text.chars().filter(letter -> letter == '\n').count();
    }
}
