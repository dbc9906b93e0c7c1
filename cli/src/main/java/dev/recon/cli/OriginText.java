package dev.recon.cli;

import dev.recon.formats.format.DoorProof;
import dev.recon.formats.format.Origin;
import java.util.stream.Collectors;

/// What a file was and proves of itself, for a person at a terminal.
record OriginText(Terminal terminal) {
    private static final int OFFERED_MAX = 8;
    private static final int PROOFS_MAX = 20;

    void print(Origin origin) {
        origin.proofs().stream().limit(PROOFS_MAX).forEach(proof -> line(sentence(proof)));
        if (origin.proofs().size() > PROOFS_MAX) {
            line("… and " + (origin.proofs().size() - PROOFS_MAX) + " more proofs hold");
        }
        origin.choices().stream().map(OriginText::sentence).forEach(this::line);
        origin.notes().forEach(this::line);
    }

    private void line(String text) {
        terminal.out().println("  " + text);
    }

    private static String sentence(DoorProof proof) {
        String figures =
                proof.figures().stream()
                        .map(figure -> figure.name() + " " + figure.value())
                        .collect(Collectors.joining(", "));
        return "proved: " + proof.subject() + ": " + proof.claim() + " (" + figures + ")";
    }

    private static String sentence(Origin.Choice choice) {
        String offered =
                choice.offered().stream().limit(OFFERED_MAX).collect(Collectors.joining(", "));
        String more = choice.offered().size() > OFFERED_MAX ? ", …" : "";
        return choice.kind() + " " + choice.taken() + " of: " + offered + more;
    }
}
