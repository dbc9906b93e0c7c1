package dev.recon.server.run;

import dev.recon.engine.Reconciler;
import dev.recon.engine.read.Layout;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The lines of a run and what people decided about them, for whoever wants to see what it would
/// find if it ran again.
@Component
public record RunAgain(
        RunStore runs, RunTexts texts, CarriedFacts carried, EarlierDecisions decisions) {
    /// What a run over the lines of this one would read and be bound by.
    public Lines lines(UUID workspaceId, UUID runId) {
        RunRow next = runs.find(workspaceId, runId).orElseThrow().next();
        return new Lines(texts, next, decisions.find(next, carried.get(next)).decided());
    }

    /// The lines of a run, and the decisions that bind the next one over them.
    public record Lines(RunTexts texts, RunRow run, Reconciler.Decided decided) {
        /// The text of a side; closing it deletes the copy.
        public Bytes open(Side side, Layout layout) {
            return texts.open(run, side, layout);
        }
    }
}
