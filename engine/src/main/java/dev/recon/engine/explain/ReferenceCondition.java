package dev.recon.engine.explain;

import dev.recon.engine.read.TextParts;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import java.util.Optional;

/// The reference of one side stands in a text of the other, in either direction.
final class ReferenceCondition {
    private static final double NEAR = 0.7;

    private ReferenceCondition() {}

    static Condition of(TextSearch search, EntryPair pair) {
        Optional<String> nearest = Optional.empty();
        for (Side finding : Side.values()) {
            Optional<Looked> looked = look(search, pair.of(finding), pair.of(finding.other()));
            if (looked.isEmpty()) {
                continue;
            }
            String reference = looked.get().reference();
            String where = "the " + search.in() + " of the " + finding.other().word();
            if (looked.get().stands()) {
                return Condition.holds(
                        search.find(), search.find() + " " + reference + " stands in " + where);
            }
            if (nearest.isEmpty()) {
                nearest = Optional.of(missed(search, looked.get(), where));
            }
        }
        String neither = "neither side has a " + search.find() + " and the other a " + search.in();
        return Condition.fails(search.find(), nearest.orElse(neither), new Mend.None());
    }

    /// @param nearest the part of the text that comes nearest
    private record Looked(String reference, boolean stands, String nearest) {}

    private static Optional<Looked> look(TextSearch search, EntryFields from, EntryFields in) {
        if (!(from.table().texts().get(search.find()) instanceof TextColumn references)
                || !in.table().tokens().containsKey(search.in())
                || !references.isPresent(from.row())) {
            return Optional.empty();
        }
        String reference = references.text(from.row());
        String nearest = "";
        String text = in.values().getOrDefault(search.in(), "");
        var parts = new TextParts(search.lengthMin(), search.lengthMax());
        for (String part : parts.of(text)) {
            boolean nearer = Edits.alike(reference, part) > Edits.alike(reference, nearest);
            nearest = nearest.isEmpty() || nearer ? part : nearest;
        }
        int bytes = references.length(from.row());
        boolean usable = bytes >= search.lengthMin() && bytes <= search.lengthMax();
        return Optional.of(new Looked(reference, usable && nearest.equals(reference), nearest));
    }

    private static String missed(TextSearch search, Looked looked, String where) {
        String reference = search.find() + " " + looked.reference;
        int length = Edits.bytes(looked.reference).length;
        if (length < search.lengthMin() || length > search.lengthMax()) {
            return reference
                    + " has "
                    + length
                    + " characters, looked for are "
                    + search.lengthMin()
                    + " to "
                    + search.lengthMax();
        }
        String near =
                Edits.alike(looked.reference, looked.nearest) >= NEAR
                        ? "; nearest is "
                                + looked.nearest
                                + ", "
                                + FieldEvidence.differing(looked.reference, looked.nearest)
                        : "";
        return reference + " does not stand in " + where + near;
    }
}
