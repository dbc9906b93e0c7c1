package dev.recon.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of what a run found, by its hash. The digest of a run is the [MerkleTree] root over its
/// facts, so one hash in the chain of audit events vouches for all of them.
///
/// @param kind what it holds, for example `matches` or `breaks`
/// @param position counts from 0 within its kind
/// @param first the first number or line in it
/// @param last the last one
/// @param sha256 the hash of its bytes, as hexadecimal digits
public record Fact(String kind, int position, long first, long last, String sha256) {
    /// The kind of a piece of breaks.
    public static final String BREAKS = "breaks";

    /// The kind of a piece of matches.
    public static final String MATCHES = "matches";

    /// Breaks of one piece.
    public static final int BREAKS_MAX = 1024;

    /// The digest of a run that found this, in whatever order it is given.
    public static byte[] digest(List<Fact> facts) {
        return MerkleTree.root(
                facts.stream()
                        .sorted(Comparator.comparing(Fact::kind).thenComparingInt(Fact::position))
                        .map(fact -> fact.item().getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private String item() {
        return kind + " " + position + " " + sha256;
    }

    /// The fact as JSON fields.
    public Map<String, Object> toFields() {
        return Map.of(
                "kind", kind,
                "position", position,
                "first", first,
                "last", last,
                "sha256", sha256);
    }

    static Fact of(Map<String, @Nullable Object> fields) {
        return new Fact(
                JsonFields.text(fields, "kind"),
                Math.toIntExact(JsonFields.number(fields, "position")),
                JsonFields.number(fields, "first"),
                JsonFields.number(fields, "last"),
                JsonFields.text(fields, "sha256"));
    }
}
