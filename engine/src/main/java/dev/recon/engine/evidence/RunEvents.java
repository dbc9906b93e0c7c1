package dev.recon.engine.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the chain says about one run.
final class RunEvents {
    private static final Set<String> DECISIONS =
            Set.of("match-by-hand", "unmatch", "accept", "reject", "comment");

    private final String run;
    private final Map<String, DecisionItem> decided = new HashMap<>();
    private final Map<String, Undone> undone = new HashMap<>();
    private final List<String> carriedRoots = new ArrayList<>();
    private final List<Integer> carriedCounts = new ArrayList<>();
    private Optional<ChainEvent> end = Optional.empty();

    /// Who took a decision back, and who approved that; empty where nobody had to.
    private record Undone(String by, String approvedBy) {
        static Undone ofEvent(ChainEvent event) {
            String actor = JsonFields.text(event.said(), "by");
            return event.details().get("proposedBy") instanceof String maker
                    ? new Undone(maker, actor)
                    : new Undone(actor, "");
        }

        static Undone ofLine(Map<String, @Nullable Object> line) {
            return new Undone(
                    JsonFields.text(line, "undoneBy"),
                    line.get("undoApprovedBy") instanceof String approver ? approver : "");
        }
    }

    RunEvents(String run) {
        this.run = run;
    }

    void take(ChainEvent event) {
        if (!event.objectId().equals(run)) {
            return;
        }
        Map<String, @Nullable Object> details = event.details();
        String action = event.action();
        if (action.equals("run-done") || action.equals("run-held")) {
            end = Optional.of(event);
        } else if (action.equals("decisions-carried")) {
            carriedRoots.add(JsonFields.text(details, "root"));
            carriedCounts.add(Math.toIntExact(JsonFields.number(details, "items")));
        } else if (action.equals("undo")) {
            undone.put(JsonFields.text(details, "decision"), Undone.ofEvent(event));
        } else if (DECISIONS.contains(action)) {
            DecisionItem item = DecisionItem.ofEvent(event);
            decided.put(item.id(), item);
        }
    }

    /// What the event that ended the run says.
    String end(String field) {
        ChainEvent event =
                end.orElseThrow(
                        () -> new IllegalArgumentException("The chain does not say how it ended."));
        return JsonFields.text(event.details(), field);
    }

    Check ofEnd() {
        ChainEvent event =
                end.orElseThrow(
                        () -> new IllegalArgumentException("The chain does not say how it ended."));
        return new Check("run", true, "It ended with event " + event.number() + ".");
    }

    /// Checks that the decisions of a pack are those of the chain: no other, none less, none
    /// changed.
    Check ofDecisions(List<Map<String, @Nullable Object>> shown) {
        Map<Long, DecisionItem> carried = new TreeMap<>();
        Set<String> missing = new TreeSet<>(decided.keySet());
        for (Map<String, @Nullable Object> decision : shown) {
            DecisionItem item = DecisionItem.ofLine(decision);
            if (decision.get("carriedFrom") != null) {
                carried.put(JsonFields.number(decision, "number"), item);
            } else if (!item.equals(decided.get(item.id()))) {
                return wrong("Decision " + item.id() + " is not as its audit event says.");
            }
            Undone back = undone.get(item.id());
            if ((back != null) != (decision.get("undoneAt") != null)) {
                return wrong("Decision " + item.id() + " is undone only in one of the two.");
            }
            if (back != null && !back.equals(Undone.ofLine(decision))) {
                return wrong("Decision " + item.id() + " was undone by somebody else.");
            }
            missing.remove(item.id());
        }
        if (!missing.isEmpty()) {
            return wrong("Decision " + missing.iterator().next() + " is missing.");
        }
        return ofCarried(List.copyOf(carried.values()), shown.size());
    }

    private Check ofCarried(List<DecisionItem> carried, int count) {
        int from = 0;
        for (int chunk = 0; chunk < carriedRoots.size(); chunk++) {
            int to = Math.min(from + carriedCounts.get(chunk), carried.size());
            List<byte[]> items =
                    carried.subList(from, to).stream()
                            .map(item -> item.text().getBytes(StandardCharsets.UTF_8))
                            .toList();
            String root = HexFormat.of().formatHex(MerkleTree.root(items));
            if (!root.equals(carriedRoots.get(chunk))) {
                return wrong("A decision that was carried over is not as it was.");
            }
            from = to;
        }
        return from < carried.size()
                ? wrong("More decisions were carried over than the chain says.")
                : new Check("decisions", true, count + " decisions as the chain says.");
    }

    private static Check wrong(String detail) {
        return new Check("decisions", false, detail);
    }
}
