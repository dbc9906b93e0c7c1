package dev.recon.server.run;

import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.CarriedBytes;
import dev.recon.engine.table.Side;
import dev.recon.server.file.SpooledFiles;
import dev.recon.server.platform.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// The text that a run reads of one side: its file, behind what it carries on.
@Component
public record RunTexts(SpooledFiles files, CarriedFacts carried, Home home) {
    /// The text of a side of a run that has a result; closing it deletes the copy.
    public Bytes open(RunRow run, Side side, Layout layout) {
        return open(run, side, layout, carried.get(run));
    }

    /// The text of a side, with these lines before those of its file.
    Bytes open(RunRow run, Side side, Layout layout, Carried before) {
        Bytes file = files.open(run.workspaceId(), run.file(side).id(), layout);
        RunRow.Follows follows = run.follows();
        if (follows == null) {
            return file;
        }
        try (file) {
            Path made = Files.createTempFile(home.spool(), "carried-", "");
            try {
                long end =
                        new CarriedText(file, layout.dialect(), before.of(side), follows.adds(side))
                                .write(made);
                return new CarriedBytes(SpooledFiles.owned(made, file.name()), end);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(made);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
