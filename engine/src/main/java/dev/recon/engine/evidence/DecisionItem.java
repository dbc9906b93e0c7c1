package dev.recon.engine.evidence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the chain vouches for of one decision.
///
/// @param kind for example `match-by-hand`
/// @param person who decided
/// @param left the lines of the left entries
/// @param right the lines of the right ones
/// @param textSha256 the hash of what was written with it; empty when nothing was
public record DecisionItem(
        String id, String kind, String person, List<?> left, List<?> right, String textSha256) {
    public DecisionItem {
        left = left.stream().map(line -> Long.valueOf(String.valueOf(line))).toList();
        right = right.stream().map(line -> Long.valueOf(String.valueOf(line))).toList();
    }

    /// The hash of a text that may be missing.
    public static String hash(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : Sha256.hex(text);
    }

    /// The form in which it is an item of a [MerkleTree].
    public String text() {
        return CanonicalJson.of(
                Map.of(
                        "id", id,
                        "kind", kind,
                        "person", person,
                        "left", left,
                        "right", right,
                        "textSha256", textSha256));
    }

    static DecisionItem ofEvent(ChainEvent event) {
        Map<String, @Nullable Object> details = event.details();
        return new DecisionItem(
                JsonFields.text(details, "decision"),
                event.action(),
                JsonFields.text(event.said(), "by"),
                JsonFields.list(details, "left"),
                JsonFields.list(details, "right"),
                details.get("textSha256") instanceof String hash ? hash : "");
    }

    static DecisionItem ofLine(Map<String, @Nullable Object> line) {
        return new DecisionItem(
                JsonFields.text(line, "id"),
                JsonFields.text(line, "kind"),
                JsonFields.text(line, "person"),
                JsonFields.list(line, "left"),
                JsonFields.list(line, "right"),
                hash(line.get("text") instanceof String text ? text : null));
    }
}
