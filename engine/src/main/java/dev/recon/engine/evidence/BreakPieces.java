package dev.recon.engine.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The facts that breaks make: their lines in order, in pieces of [Fact#BREAKS_MAX]. A line is the
/// row in PostgreSQL's text form (COPY), as it was when the run found it.
public final class BreakPieces {
    private final List<Fact> facts = new ArrayList<>();
    private MessageDigest digest = Sha256.digest();
    private long number;
    private long first = 1;

    /// Takes the next break.
    ///
    /// @param line with its line break
    public void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        number++;
        if (number - first + 1 == Fact.BREAKS_MAX) {
            close();
        }
    }

    /// All facts, after the last break.
    public List<Fact> facts() {
        if (number >= first) {
            close();
        }
        return List.copyOf(facts);
    }

    private void close() {
        String hash = HexFormat.of().formatHex(digest.digest());
        facts.add(new Fact(Fact.BREAKS, facts.size(), first, number, hash));
        digest = Sha256.digest();
        first = number + 1;
    }

    static List<Fact> read(BufferedReader lines) throws IOException {
        BreakPieces pieces = new BreakPieces();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            pieces.add(line + "\n");
        }
        return pieces.facts();
    }
}
