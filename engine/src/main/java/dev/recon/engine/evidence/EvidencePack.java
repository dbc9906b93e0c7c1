package dev.recon.engine.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Checks a pack of evidence without the server that made it: that nothing in it was changed since,
/// and that what it shows is what the chain of audit events vouches for.
public final class EvidencePack {
    /// What is in a pack, beside the manifest and its seal.
    public static final String MANIFEST = "manifest.json";

    public static final String SEAL = "seal.json";
    public static final String RUN = "run.json";
    public static final String RULES = "rules.yaml";
    public static final String FILES = "files.json";
    public static final String FACTS = "facts.json";
    public static final String MATCHES = "matches.csv";
    public static final String BREAKS = "breaks.tsv";
    public static final String DECISIONS = "decisions.jsonl";
    public static final String AUDIT = "audit.jsonl";

    /// The first line of the matches.
    public static final String MATCHES_HEADER = MatchPieces.HEADER;

    private final Pack pack;
    private final List<Anchor> anchors;
    private final List<Check> checks = new ArrayList<>();
    private final RunEvents events;

    private EvidencePack(Pack pack, List<Anchor> anchors) throws IOException {
        this.pack = pack;
        this.anchors = anchors;
        this.events = new RunEvents(JsonFields.text(pack.object(MANIFEST), "run"));
    }

    /// What came of it.
    ///
    /// @param key the public key that the pack was sealed with
    public record Verified(List<Check> checks, String key) {
        public Verified {
            checks = List.copyOf(checks);
        }
    }

    /// Checks the pack in a file.
    ///
    /// @param anchors earlier heads of the chain, from elsewhere
    /// @throws IllegalArgumentException when it is no pack
    public static Verified verify(Path file, List<Anchor> anchors) throws IOException {
        try (Pack pack = Pack.open(file)) {
            return new EvidencePack(pack, anchors).verify();
        }
    }

    /// One check, which may also fail because something cannot be read at all.
    private interface Step {
        Check check() throws IOException;
    }

    private Verified verify() throws IOException {
        Map<String, @Nullable Object> sealed = pack.object(SEAL);
        Seal seal = new Seal(JsonFields.text(sealed, "key"), JsonFields.text(sealed, "signature"));
        add("seal", () -> ofSeal(seal));
        add("manifest", this::ofManifest);
        try (BufferedReader lines = pack.lines(AUDIT)) {
            checks.addAll(ChainFile.verify(lines, anchors, events::take).checks());
        }
        add("run", events::ofEnd);
        add("files", this::ofFiles);
        add("rules", this::ofRules);
        add("facts", this::ofFacts);
        add("matches", this::ofMatches);
        add("breaks", this::ofBreaks);
        add("decisions", this::ofDecisions);
        return new Verified(checks, seal.key());
    }

    private void add(String subject, Step step) throws IOException {
        try {
            checks.add(step.check());
        } catch (IllegalArgumentException fault) {
            checks.add(new Check(subject, false, String.valueOf(fault.getMessage())));
        }
    }

    private Check ofSeal(Seal seal) throws IOException {
        boolean holds = seal.isOf(pack.text(MANIFEST));
        String detail =
                holds
                        ? "Signed with the key " + seal.key() + "."
                        : "The signature is not that of this manifest and this key.";
        return new Check("seal", holds, detail);
    }

    private Check ofManifest() throws IOException {
        Map<String, @Nullable Object> listed = JsonFields.object(pack.object(MANIFEST), "files");
        Set<String> names = new TreeSet<>(pack.names());
        names.removeAll(Set.of(MANIFEST, SEAL));
        for (String name : names) {
            Map<String, Object> found = pack.described(name);
            if (!found.equals(listed.get(name))) {
                return new Check("manifest", false, name + " is not as the manifest says.");
            }
        }
        for (String name : listed.keySet()) {
            if (!names.contains(name)) {
                return new Check("manifest", false, name + " is missing.");
            }
        }
        return new Check("manifest", true, names.size() + " files as listed.");
    }

    private Check ofFiles() throws IOException {
        Map<String, @Nullable Object> files = pack.object(FILES);
        for (String side : List.of("left", "right")) {
            String hash = JsonFields.text(JsonFields.object(files, side), "sha256");
            if (!hash.equals(events.end(side))) {
                return new Check(
                        "files",
                        false,
                        "The " + side + " file is " + hash + "; the run read " + events.end(side));
            }
        }
        return new Check("files", true, "The hashes of both files are those that the run read.");
    }

    private Check ofRules() throws IOException {
        String hash = Sha256.hex(pack.text(RULES));
        boolean holds = hash.equals(events.end("rules"));
        String detail = holds ? "The rule set is the run's." : "The rule set is not the run's.";
        return new Check("rules", holds, detail);
    }

    private List<Fact> facts() throws IOException {
        List<Fact> facts = new ArrayList<>();
        for (Object fact : JsonFields.list(pack.object(FACTS), "facts")) {
            facts.add(Fact.of(JsonFields.object(fact)));
        }
        return facts;
    }

    private Check ofFacts() throws IOException {
        List<Fact> facts = facts();
        String root = java.util.HexFormat.of().formatHex(Fact.digest(facts));
        boolean holds = root.equals(events.end("digest"));
        String detail =
                holds
                        ? facts.size() + " facts make the digest " + root + "."
                        : "The facts make " + root + "; the run ended with " + events.end("digest");
        return new Check("facts", holds, detail);
    }

    private Check ofMatches() throws IOException {
        long last = 0;
        try (BufferedReader lines = pack.lines(MATCHES)) {
            MatchPieces pieces = new MatchPieces(lines);
            for (Fact fact : facts()) {
                if (fact.kind().equals(Fact.MATCHES)) {
                    if (fact.first() != last + 1
                            || !pieces.hashTo(fact.last()).equals(fact.sha256())) {
                        String range = fact.first() + " to " + fact.last();
                        return new Check("matches", false, "Not as found: one of " + range + ".");
                    }
                    last = fact.last();
                }
            }
            boolean holds = pieces.isAtEnd();
            String detail = holds ? last + " matches as found." : "There are more than were found.";
            return new Check("matches", holds, detail);
        }
    }

    private Check ofBreaks() throws IOException {
        List<Fact> wanted =
                facts().stream().filter(fact -> fact.kind().equals(Fact.BREAKS)).toList();
        try (BufferedReader lines = pack.lines(BREAKS)) {
            List<Fact> found = BreakPieces.read(lines);
            for (int at = 0; at < Math.max(wanted.size(), found.size()); at++) {
                List<Fact> one = wanted.stream().skip(at).limit(1).toList();
                List<Fact> other = found.stream().skip(at).limit(1).toList();
                if (!one.equals(other)) {
                    Fact any = one.isEmpty() ? other.getFirst() : one.getFirst();
                    String range = any.first() + " to " + any.last();
                    return new Check("breaks", false, "Not as found: one of " + range + ".");
                }
            }
            long count = found.isEmpty() ? 0 : found.getLast().last();
            return new Check("breaks", true, count + " breaks as found.");
        }
    }

    private Check ofDecisions() throws IOException {
        List<Map<String, @Nullable Object>> shown = new ArrayList<>();
        try (BufferedReader lines = pack.lines(DECISIONS)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                shown.add(JsonText.object(line));
            }
        }
        return events.ofDecisions(shown);
    }
}
