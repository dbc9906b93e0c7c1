package dev.recon.engine.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An exported chain: one event a line, and the anchor of its head as the last line.
public final class ChainFile {
    private final BufferedReader lines;
    private final List<Anchor> anchors;
    private final Consumer<ChainEvent> watcher;
    private Optional<ChainCheck> chain = Optional.empty();
    private Optional<Anchor> head = Optional.empty();
    private Optional<String> wrong = Optional.empty();
    private int anchored;

    private ChainFile(BufferedReader lines, List<Anchor> anchors, Consumer<ChainEvent> watcher) {
        this.lines = lines;
        this.anchors = List.copyOf(anchors);
        this.watcher = watcher;
    }

    /// What came of it.
    ///
    /// @param head the anchor at its end, if there is one
    public record Verified(List<Check> checks, Optional<Anchor> head) {
        public Verified {
            checks = List.copyOf(checks);
        }
    }

    /// Checks a chain.
    ///
    /// @param anchors earlier heads that must be in it
    /// @param watcher sees each event, whether it is right or not
    public static Verified verify(
            BufferedReader lines, List<Anchor> anchors, Consumer<ChainEvent> watcher)
            throws IOException {
        return new ChainFile(lines, anchors, watcher).verify();
    }

    private Verified verify() throws IOException {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                take(JsonText.object(line));
            } catch (IllegalArgumentException fault) {
                wrong("Line " + number + " is no event: " + fault.getMessage() + ".");
            }
        }
        List<Check> checks = new ArrayList<>();
        checks.add(ofChain());
        checks.add(ofHead());
        if (!anchors.isEmpty()) {
            checks.add(ofAnchors());
        }
        return new Verified(checks, head);
    }

    private void take(Map<String, @Nullable Object> fields) {
        if (head.isPresent()) {
            wrong("There are lines behind the head, which must be the last.");
        }
        if (fields.containsKey("anchor")) {
            head = Optional.of(Anchor.read(fields));
            return;
        }
        ChainEvent event = ChainEvent.of(fields);
        ChainCheck check = chain.orElseGet(() -> begin(event));
        chain = Optional.of(check);
        check.add(event);
        watcher.accept(event);
        anchors.forEach(anchor -> compare(anchor, event));
    }

    private static ChainCheck begin(ChainEvent first) {
        return first.number() == 1 ? ChainCheck.whole() : ChainCheck.part();
    }

    private void compare(Anchor anchor, ChainEvent event) {
        if (anchor.number() != event.number() || !anchor.workspace().equals(event.workspace())) {
            return;
        }
        anchored++;
        if (!anchor.hash().equals(event.hash())) {
            wrong(
                    "Event "
                            + event.number()
                            + " was "
                            + anchor.hash()
                            + " when it was anchored at "
                            + anchor.at()
                            + ", and is "
                            + event.hash()
                            + " now.");
        }
    }

    private void wrong(String sentence) {
        wrong = wrong.or(() -> Optional.of(sentence));
    }

    private Check ofChain() {
        if (wrong.isPresent()) {
            return new Check("chain", false, wrong.get());
        }
        if (chain.isEmpty()) {
            return new Check("chain", head.isPresent(), "There are no events.");
        }
        ChainCheck check = chain.get();
        return check.fault()
                .map(fault -> new Check("chain", false, fault.sentence()))
                .orElseGet(
                        () -> new Check("chain", true, "Events to number " + check.number() + "."));
    }

    private Check ofHead() {
        if (head.isEmpty()) {
            return new Check("head", false, "The last line is not the head: the end is missing.");
        }
        Anchor last = head.get();
        long number = chain.map(ChainCheck::number).orElse(0L);
        String hash = chain.map(ChainCheck::hash).orElse(ChainEvent.START);
        if (last.number() != number || !last.hash().equals(hash)) {
            String found = "The chain ends with event " + number + " (" + hash + ")";
            String expected = "; its head is event " + last.number() + " (" + last.hash() + ").";
            return new Check("head", false, found + expected);
        }
        return last.isSigned()
                ? new Check("head", true, "Event " + number + ", signed at " + last.at() + ".")
                : new Check("head", false, "The head's signature is not its key's.");
    }

    private Check ofAnchors() {
        String workspace = head.map(Anchor::workspace).orElse("");
        long wanted = anchors.stream().filter(one -> one.workspace().equals(workspace)).count();
        boolean signed = anchors.stream().allMatch(Anchor::isSigned);
        String detail = anchored + " of " + wanted + " anchored events are in the chain.";
        return new Check(
                "anchors",
                signed && wanted > 0 && anchored == wanted,
                signed ? detail : "An anchor's signature is not its key's.");
    }
}
