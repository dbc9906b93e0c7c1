package dev.recon.cli;

import dev.recon.engine.evidence.Anchor;
import dev.recon.engine.evidence.ChainFile;
import dev.recon.engine.evidence.Check;
import dev.recon.engine.evidence.EvidencePack;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `recon verify`: is what a server gave out still what it was?
@Command(
        name = "verify",
        description = "Check a pack of evidence or an exported audit chain, without the server.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is as it was",
            "1:something was changed, or is missing",
            "2:the file is neither of the two",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  recon verify evidence-run-7.zip --key MCowBQYDK2Vw…",
            "  recon verify audit.jsonl --anchors server.log",
        })
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A pack (ZIP), or a chain (JSON lines).")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The server's public key, as its audit page shows it.")
    private @Nullable String key;

    @Option(
            names = "--anchors",
            paramLabel = "LOG",
            description = "A log with the heads that the server wrote each hour.")
    private @Nullable Path anchors;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Verified verified = isZip() ? pack() : chain();
        List<Check> checks = new ArrayList<>(verified.checks);
        checks.add(ofKey(verified.key));
        Grid grid = new Grid("lll");
        for (Check check : checks) {
            grid.row(check.subject(), check.holds() ? "holds" : "WRONG", check.detail());
        }
        grid.lines().forEach(terminal.out()::println);
        boolean holds = checks.stream().allMatch(Check::holds);
        terminal.out().println(holds ? "All is as it was." : "This is not as it was.");
        terminal.out().flush();
        return holds ? ExitCode.RECONCILED : ExitCode.BREAKS;
    }

    /// What came of it, and the key that it was signed with.
    private record Verified(List<Check> checks, Optional<String> key) {}

    private Verified pack() throws IOException {
        try {
            EvidencePack.Verified verified = EvidencePack.verify(file, anchors());
            return new Verified(verified.checks(), Optional.of(verified.key()));
        } catch (ZipException | IllegalArgumentException fault) {
            throw neither(String.valueOf(fault.getMessage()));
        }
    }

    private Verified chain() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            ChainFile.Verified verified = ChainFile.verify(lines, anchors(), _ -> {});
            return new Verified(verified.checks(), verified.head().map(head -> head.seal().key()));
        } catch (java.nio.charset.CharacterCodingException _) {
            throw neither("bytes that are no text");
        }
    }

    private Check ofKey(Optional<String> found) {
        if (key == null) {
            return new Check(
                    "key",
                    true,
                    "Not compared: give the server's key as --key to know who signed.");
        }
        boolean same = found.isPresent() && found.get().equals(key.strip());
        String detail =
                same
                        ? "It is the server's."
                        : "It was signed with " + found.orElse("no key") + ", another one.";
        return new Check("key", same, detail);
    }

    private List<Anchor> anchors() throws IOException {
        if (anchors == null) {
            return List.of();
        }
        List<Anchor> found = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(anchors)) {
            lines.lines().map(Anchor::findLogged).flatMap(Optional::stream).forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new InputProblem(
                    new Problem(
                            anchors.toString(),
                            "no line with an anchor",
                            "lines with \"audit-anchor workspace=…\"",
                            "Take the log of the server that made the chain."));
        }
        return found;
    }

    private boolean isZip() throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] begin = bytes.readNBytes(2);
            return begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
        }
    }

    private InputProblem neither(String found) {
        return new InputProblem(
                new Problem(
                        file.toString(),
                        found,
                        "a pack of evidence (ZIP) or an exported audit chain (JSON lines)",
                        "Get it again from the server: the page of the run, or of the history."));
    }
}
