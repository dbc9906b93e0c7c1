package dev.recon.engine.evidence;

import java.util.HashMap;
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
/// @param approvedBy who approved it; empty where nobody had to
public record DecisionItem(
        String id,
        String kind,
        String person,
        List<?> left,
        List<?> right,
        String textSha256,
        String approvedBy) {
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
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", id);
        fields.put("kind", kind);
        fields.put("person", person);
        fields.put("left", left);
        fields.put("right", right);
        fields.put("textSha256", textSha256);
        if (!approvedBy.isEmpty()) {
            fields.put("approvedBy", approvedBy);
        }
        return CanonicalJson.of(fields);
    }

    /// The event's person acted last: where somebody else proposed it, that is who approved it.
    static DecisionItem ofEvent(ChainEvent event) {
        Map<String, @Nullable Object> details = event.details();
        String actor = JsonFields.text(event.said(), "by");
        boolean isApproved = details.get("proposedBy") != null;
        return new DecisionItem(
                JsonFields.text(details, "decision"),
                event.action(),
                isApproved ? JsonFields.text(details, "proposedBy") : actor,
                JsonFields.list(details, "left"),
                JsonFields.list(details, "right"),
                details.get("textSha256") instanceof String hash ? hash : "",
                isApproved ? actor : "");
    }

    static DecisionItem ofLine(Map<String, @Nullable Object> line) {
        return new DecisionItem(
                JsonFields.text(line, "id"),
                JsonFields.text(line, "kind"),
                JsonFields.text(line, "person"),
                JsonFields.list(line, "left"),
                JsonFields.list(line, "right"),
                hash(line.get("text") instanceof String text ? text : null),
                line.get("approvedBy") instanceof String approver ? approver : "");
    }
}
