package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.mend.RejectedForm;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.report.OpenLines;
import dev.recon.engine.report.Report;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Side;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The two files of a run with what an earlier run left unsettled before their lines.
///
/// @param files what is read
/// @param carried the entries of the earlier run
/// @param carriedFiles by side, where something is carried
record CarriedFiles(TwoFiles files, Carried carried, Map<Side, CarriedFile> carriedFiles)
        implements Closeable {
    /// What comes before the new lines.
    ///
    /// @param rules the rule set, where one was given
    /// @param folder for files that are made
    record Before(Carried carried, Optional<RuleSet> rules, Path folder) {}

    /// Takes over `delivered`, and closes it when that fails.
    static CarriedFiles of(TwoFiles delivered, Before before) throws IOException {
        Map<Side, CarriedFile> carried = new EnumMap<>(Side.class);
        try {
            for (Side side : Side.values()) {
                if (before.carried().count(side) > 0) {
                    carried.put(side, put(delivered.file(side), side, before));
                }
            }
        } catch (IOException | RuntimeException failure) {
            carried.values().forEach(made -> made.file().bytes().close());
            delivered.close();
            throw failure;
        }
        TwoFiles files =
                new TwoFiles(
                        file(carried, Side.LEFT).orElse(delivered.left()),
                        file(carried, Side.RIGHT).orElse(delivered.right()));
        return new CarriedFiles(files, before.carried(), carried);
    }

    private static Optional<InputFile> file(Map<Side, CarriedFile> carried, Side side) {
        return Optional.ofNullable(carried.get(side)).map(CarriedFile::file);
    }

    private static CarriedFile put(InputFile delivered, Side side, Before before)
            throws IOException {
        Optional<Dialect> known = before.rules().map(rules -> rules.layout(side).dialect());
        Optional<Charset> encoding = known.map(Dialect::encoding);
        Path lines = before.carried().folder().resolve(Carried.name(side));
        try (InputFile open = InputFile.open(lines, before.folder(), encoding, Choices.NONE)) {
            return CarriedFile.of(delivered, open, known, before.folder());
        }
    }

    /// The outcome with rejected lines placed as an editor counts them in the new file.
    Outcome placed(Outcome outcome) {
        carriedFiles.forEach((side, file) -> carried.require(outcome, side, file.end()));
        Outcome placed = outcome;
        for (var made : carriedFiles.entrySet()) {
            Side side = made.getKey();
            int lines = made.getValue().physicalLines();
            placed = placed.behind(side, carried.count(side), lines);
        }
        return placed;
    }

    /// Writes what this run leaves to the next one, and what it took up.
    void write(Report report, Path folder) throws IOException {
        Outcome outcome = report.outcome();
        for (Side side : Side.values()) {
            WrittenFile.write(
                    folder.resolve(Carried.name(side)), out -> OpenLines.write(outcome, side, out));
            writeRejected(outcome, side, folder);
        }
        FileHash left = report.provenance().left();
        FileHash right = report.provenance().right();
        WrittenFile.write(
                folder.resolve(Carried.ORIGINS),
                out ->
                        OpenLines.writeOrigins(
                                outcome,
                                (side, line) ->
                                        carried.origin(
                                                side, line, side == Side.LEFT ? left : right),
                                out));
        if (!carried.isNothing()) {
            Files.copy(carried.folder().resolve(Carried.ORIGINS), folder.resolve("carried.csv"));
        }
    }

    /// What a person mends, for `recon mend`; no file where nothing was rejected.
    private void writeRejected(Outcome outcome, Side side, Path folder) throws IOException {
        List<RejectedLine> rejected = outcome.read(side).rejected();
        if (!rejected.isEmpty()) {
            Dialect dialect = outcome.rules().layout(side).dialect();
            var form = new RejectedForm(outcome.file(side), dialect, carried.count(side));
            WrittenFile.write(
                    folder.resolve("rejected-" + side.word() + ".csv"),
                    out -> form.write(rejected, out));
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
