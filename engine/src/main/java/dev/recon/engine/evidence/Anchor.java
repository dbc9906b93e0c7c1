package dev.recon.engine.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The head of a chain at a moment, signed. Kept where the server cannot reach it any more (a log
/// stream, paper), it shows later that nobody rewrote or cut the chain since.
///
/// @param at when, ISO 8601 in UTC
/// @param seal who says so
public record Anchor(String workspace, long number, String hash, String at, Seal seal) {
    private static final Pattern LOGGED =
            Pattern.compile(
                    "audit-anchor workspace=(\\S+) number=(\\d{1,16}) hash=([0-9a-f]{64}) at=(\\S+)"
                            + " key=([A-Za-z0-9+/=]+) signature=([A-Za-z0-9+/=]+)");

    /// Signs a head.
    public static Anchor sign(SealKey key, Map<String, Object> head) {
        Map<String, @Nullable Object> fields = JsonFields.object(head);
        return of(fields, key.sign(CanonicalJson.of(fields)));
    }

    /// The fields that are signed.
    public static Map<String, Object> head(String workspace, long number, String hash, String at) {
        return Map.of("workspace", workspace, "number", number, "hash", hash, "at", at);
    }

    /// The anchor as one line of a log.
    public String logged() {
        return "audit-anchor workspace="
                + workspace
                + " number="
                + number
                + " hash="
                + hash
                + " at="
                + at
                + " key="
                + seal.key()
                + " signature="
                + seal.signature();
    }

    /// The anchor in a line of a log, whatever stands around it.
    public static Optional<Anchor> findLogged(String line) {
        Matcher found = LOGGED.matcher(line);
        return found.find()
                ? Optional.of(
                        new Anchor(
                                found.group(1),
                                Long.parseLong(found.group(2)),
                                found.group(3),
                                found.group(4),
                                new Seal(found.group(5), found.group(6))))
                : Optional.empty();
    }

    /// The last line of an exported chain.
    public String line() {
        return CanonicalJson.of(
                Map.of(
                        "anchor", head(workspace, number, hash, at),
                        "key", seal.key(),
                        "signature", seal.signature()));
    }

    static Anchor read(Map<String, @Nullable Object> fields) {
        Seal seal = new Seal(JsonFields.text(fields, "key"), JsonFields.text(fields, "signature"));
        return of(JsonFields.object(fields, "anchor"), seal);
    }

    private static Anchor of(Map<String, @Nullable Object> head, Seal seal) {
        return new Anchor(
                JsonFields.text(head, "workspace"),
                JsonFields.number(head, "number"),
                JsonFields.text(head, "hash"),
                JsonFields.text(head, "at"),
                seal);
    }

    /// Was it signed with the key that it names?
    public boolean isSigned() {
        return seal.isOf(CanonicalJson.of(head(workspace, number, hash, at)));
    }
}
