package dev.recon.server.mend;

import dev.recon.engine.mend.Mending;
import dev.recon.engine.mend.RejectedForm;
import dev.recon.engine.read.Choices;
import dev.recon.engine.read.Dialect;
import dev.recon.engine.read.Encodings;
import dev.recon.engine.read.FileBytes;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.delivery.MendedDeliveries;
import dev.recon.server.file.DerivedFile;
import dev.recon.server.file.DerivedFileStore;
import dev.recon.server.file.File;
import dev.recon.server.file.FileService;
import dev.recon.server.file.FileService.Kept;
import dev.recon.server.file.Received;
import dev.recon.server.file.SpooledFiles;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Permission;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.run.CarriedFacts;
import dev.recon.server.run.NewRun;
import dev.recon.server.run.RejectedFacts;
import dev.recon.server.run.Run;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import dev.recon.server.run.RunTables;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Gives the rejected lines of a run out as their file has them, and takes them back mended: the
/// file with the mended lines in their places is a file of its own, and a new run takes it.
@Service
record MendService(
        RunService runs,
        RunTables tables,
        RejectedFacts rejected,
        CarriedFacts carried,
        FileService files,
        SpooledFiles spooled,
        DerivedFileStore derived,
        MendedDeliveries deliveries,
        AuditStore audit,
        Home home) {
    private static final int NAME_CHARS_MAX = 255;

    /// A run that has a result.
    RunRow get(Actor actor, UUID runId) {
        return runs.getDone(actor, runId);
    }

    /// Writes the rejected lines of a side in the form of their file.
    void write(RunRow run, Side side, OutputStream target) throws IOException {
        Dialect dialect = dialect(run, side);
        try (Bytes file = open(run, side)) {
            new RejectedForm(file, dialect, 0).write(ofFile(run, side), target);
        }
    }

    /// Receives mended lines; nothing is kept yet.
    Received receive(Actor actor, UUID runId, HttpServletRequest http) throws IOException {
        runs.getFor(actor, Permission.RUN_RECONCILIATIONS, runId);
        runs.getDone(actor, runId);
        String label = Checks.text("name", http.getParameter("name"), NAME_CHARS_MAX);
        var spool = new Received.Spool(home.spool(), Limits.MENDED_BYTES_MAX);
        return Received.upload(label, http.getInputStream(), spool);
    }

    /// Queues a run over the file with its mended lines, in the database transaction of the caller.
    /// Where it is all that a source has delivered, the mended one takes its place there.
    Run mend(Actor actor, UUID runId, Side side, Received mended) {
        RunRow run = runs.getDone(actor, runId);
        deliveries.lock(actor, run.file(side).id());
        try {
            Path made = Files.createTempFile(home.spool(), "made-", "");
            try {
                return queue(actor, new Asked(run, side, mended), made);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Asked(RunRow run, Side side, Received mended) {}

    private Run queue(Actor actor, Asked asked, Path made) throws IOException {
        RunRow run = asked.run;
        Mending.Counts counts = make(asked, made);
        if (counts.replaced() + counts.added() == 0) {
            throw Problem.invalid("body", "has no line that was changed or added");
        }
        UUID base = run.file(asked.side).id();
        Kept lines = files.keepMade(actor, asked.mended.spool(), asked.mended.name(), Choices.NONE);
        String name = nameOf(run, asked.side, "-mended");
        Choices choices = tables.rules(run).layout(asked.side).choices();
        Kept mended = files.keepMade(actor, made, name, choices);
        File file = mended.file();
        derived.add(
                run.workspaceId(),
                new DerivedFile(
                        file.id(),
                        base,
                        lines.file().id(),
                        DerivedFile.MENDED,
                        counts.lines(),
                        counts.replaced(),
                        counts.added()));
        deliveries.replace(actor, base, file.id());
        // Nothing is read or packed any more: the history is locked from here on.
        files.tell(actor, lines);
        files.tell(actor, mended);
        audit.append(
                actor,
                new Deed(
                        "lines-mended",
                        "file",
                        base.toString(),
                        Map.of(
                                "run", run.number(),
                                "mended", counts.replaced(),
                                "added", counts.added(),
                                "file", file.id().toString())));
        return runs.queue(actor, run.reconciliationId(), wanted(asked, file.id()));
    }

    /// The same run with the mended file in the place of its own.
    private static NewRun wanted(Asked asked, UUID file) {
        RunRow run = asked.run;
        RunRow.Follows follows = run.follows();
        boolean isLeft = asked.side == Side.LEFT;
        Side other = asked.side.other();
        UUID unchanged = follows == null || follows.adds(other) ? run.file(other).id() : null;
        return new NewRun(
                isLeft ? file : unchanged,
                isLeft ? unchanged : file,
                run.ruleSet(),
                follows == null ? null : follows.run());
    }

    private Mending.Counts make(Asked asked, Path made) throws IOException {
        Dialect dialect = dialect(asked.run, asked.side);
        Set<Integer> lines =
                ofFile(asked.run, asked.side).stream()
                        .map(RejectedLine::line)
                        .collect(Collectors.toUnmodifiableSet());
        try (Bytes file = open(asked.run, asked.side);
                Bytes mended =
                        Encodings.toUtf8(
                                FileBytes.open(asked.mended.spool(), asked.mended.name()),
                                dialect.encoding(),
                                home.spool());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
            Mending mending = new Mending(file, dialect);
            return mending.write(mending.read(mended), lines::contains, out);
        } catch (InputProblem wrong) {
            throw Problem.of(ProblemKind.FILE_UNREADABLE, wrong.problem().sentence());
        }
    }

    /// The rejected lines of the file itself, by their numbers there; carried ones stand in
    /// another.
    private List<RejectedLine> ofFile(RunRow run, Side side) {
        int carriedOn = carried.count(run, side);
        return rejected.list(run, side).stream()
                .filter(line -> line.line() > carriedOn)
                .map(line -> line.in(line.line() - carriedOn))
                .toList();
    }

    private Bytes open(RunRow run, Side side) {
        return spooled.open(run.workspaceId(), run.file(side).id(), tables.rules(run).layout(side));
    }

    private Dialect dialect(RunRow run, Side side) {
        return tables.rules(run).layout(side).dialect();
    }

    /// The name of a file of the lines of a side; lines of a table that was unfolded are CSV.
    String nameOf(RunRow run, Side side, String word) {
        String name = run.file(side).name();
        return named(tables.isUnfolded(run, side) ? name + ".csv" : name, word);
    }

    /// A name with a word before its ending: `bank-mended.csv`.
    private static String named(String name, String word) {
        int end = name.lastIndexOf('.');
        String stem = end > 0 ? name.substring(0, end) : name;
        String ending = end > 0 ? name.substring(end) : "";
        String said = stem.endsWith(word) ? stem : stem + word;
        return said.length() + ending.length() > NAME_CHARS_MAX ? name : said + ending;
    }
}
