package dev.recon.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An audit event as its chain has it: what it says, and the two hashes that hold it in its place.
///
/// @param said its fields: workspace, number, at, by, action, objectType, objectId, details
/// @param previousHash the hash of the event before, as hexadecimal digits
/// @param hash SHA-256 of the bytes of `previousHash` and the canonical JSON of `said`
public record ChainEvent(Map<String, @Nullable Object> said, String previousHash, String hash) {
    /// What stands before the first event.
    public static final String START = "0".repeat(2 * Sha256.BYTES);

    /// The hash of an event: of the hash before it and of everything it says.
    public static byte[] hash(byte[] previous, Map<String, ? extends @Nullable Object> said) {
        MessageDigest digest = Sha256.digest();
        digest.update(previous);
        return digest.digest(CanonicalJson.of(said).getBytes(StandardCharsets.UTF_8));
    }

    /// An event as a database keeps it.
    ///
    /// @param said its fields but the details
    /// @param details their JSON; when it is none, the hash will not agree
    public static ChainEvent stored(
            Map<String, Object> said, String details, String previousHash, String hash) {
        Map<String, @Nullable Object> whole = JsonFields.object(said);
        whole.put("details", parsed(details));
        return new ChainEvent(whole, previousHash, hash);
    }

    private static Object parsed(String details) {
        try {
            Map<String, @Nullable Object> fields = JsonText.object(details);
            return CanonicalJson.of(fields).equals(details) ? fields : details;
        } catch (IllegalArgumentException _) {
            return details;
        }
    }

    /// One line of an exported chain.
    public String line() {
        return CanonicalJson.of(Map.of("event", said, "previousHash", previousHash, "hash", hash));
    }

    static ChainEvent of(Map<String, @Nullable Object> fields) {
        return new ChainEvent(
                JsonFields.object(fields, "event"),
                JsonFields.text(fields, "previousHash"),
                JsonFields.text(fields, "hash"));
    }

    /// Its number in the chain.
    public long number() {
        return JsonFields.number(said, "number");
    }

    String workspace() {
        return JsonFields.text(said, "workspace");
    }

    String action() {
        return JsonFields.text(said, "action");
    }

    String objectId() {
        return JsonFields.text(said, "objectId");
    }

    Map<String, @Nullable Object> details() {
        return JsonFields.object(said, "details");
    }

    /// The hash that it must have after the one before it.
    String hashAfter(String previous) {
        return HexFormat.of().formatHex(hash(HexFormat.of().parseHex(previous), said));
    }
}
