package dev.recon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.evidence.Anchor;
import dev.recon.engine.evidence.ChainEvent;
import dev.recon.engine.evidence.SealKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `recon verify` says in words and by its exit code whether a chain is as it was.
class VerifyCommandTest {
    private static final SealKey KEY = SealKey.of(new byte[SealKey.SECRET_BYTES]);

    @TempDir Path folder;

    @Test
    void aChainThatNobodyTouchedHolds() throws IOException {
        Path file = Files.write(folder.resolve("audit.jsonl"), chain("approve"));

        CommandLineRun run = CommandLineRun.recon("verify", file, "--key", KEY.publicKey());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("chain  holds  Events to number 3.")
                .contains("key    holds  It is the server's.")
                .endsWith("All is as it was." + System.lineSeparator());
    }

    @Test
    void aChangedEventAndAnotherKeyAreSaid() throws IOException {
        List<String> lines = chain("approve");
        lines.set(1, lines.get(1).replace("approve", "reject"));
        Path file = Files.write(folder.resolve("audit.jsonl"), lines);

        CommandLineRun run = CommandLineRun.recon("verify", file, "--key", "another");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("chain  WRONG  Event 2: found hash ")
                .contains("key    WRONG  It was signed with " + KEY.publicKey())
                .contains("This is not as it was.");
    }

    @Test
    void aChainThatWasWrittenAgainIsFoundByTheLog() throws IOException {
        Path log = folder.resolve("server.log");
        String head = chain("approve").getLast();
        Files.writeString(log, "12:00 INFO ChainWatch " + anchor(head).logged() + "\n");
        Path file = Files.write(folder.resolve("audit.jsonl"), chain("reject"));

        assertThat(CommandLineRun.recon("verify", file).code()).isZero();
        CommandLineRun run = CommandLineRun.recon("verify", file, "--anchors", log);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("chain    WRONG  Event 3 was ");
    }

    @Test
    void whatIsNeitherIsSaidInWords() throws IOException {
        Path file = Files.write(folder.resolve("pack.zip"), new byte[] {'P', 'K', 3, 4, 5});

        CommandLineRun run = CommandLineRun.recon("verify", file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("pack.zip").contains("expected").contains("mend");
    }

    private static Anchor anchor(String line) {
        String hash = line.replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
        return Anchor.sign(KEY, Anchor.head("w", 3, hash, "2026-01-31T00:00:00Z"));
    }

    private static List<String> chain(String action) {
        List<String> lines = new ArrayList<>();
        String hash = ChainEvent.START;
        for (long number = 1; number <= 3; number++) {
            Map<String, @Nullable Object> said = new TreeMap<>();
            said.put("workspace", "w");
            said.put("number", number);
            said.put("action", action);
            said.put("objectId", "o");
            said.put("details", Map.of());
            byte[] previous = HexFormat.of().parseHex(hash);
            String next = HexFormat.of().formatHex(ChainEvent.hash(previous, said));
            lines.add(new ChainEvent(said, hash, next).line());
            hash = next;
        }
        lines.add(Anchor.sign(KEY, Anchor.head("w", 3, hash, "2026-01-31T00:00:00Z")).line());
        return lines;
    }
}
