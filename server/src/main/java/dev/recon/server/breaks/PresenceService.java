package dev.recon.server.breaks;

import dev.recon.server.live.LiveEvents;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Shows people who else looks at a break. It is a courtesy: what guards a decision is the version
/// that it names.
@Service
record PresenceService(
        RunService runs,
        BreakStore breaks,
        PresenceStore store,
        LiveEvents events,
        TransactionTemplate transaction) {
    /// More than twice as long as pages wait before they say it again.
    private static final int SECONDS = 45;

    List<Presence> list(Actor actor, UUID runId) {
        return store.list(runs.getDone(actor, runId));
    }

    /// Puts the actor at a break of the run, or at none; then who is where.
    List<Presence> look(Actor actor, UUID runId, @Nullable String breakId) {
        RunRow run = runs.getDone(actor, runId);
        Optional<Numbered> place = Optional.ofNullable(breakId).map(id -> place(run, id));
        transaction.executeWithoutResult(_ -> move(actor, run, place));
        return store.list(run);
    }

    private void move(Actor actor, RunRow run, Optional<Numbered> place) {
        Optional<Numbered> before = store.find(actor);
        place.ifPresentOrElse(
                at -> store.put(actor, at, SECONDS), () -> store.remove(actor, run.id()));
        if (before.equals(place)) {
            return;
        }
        before.map(Numbered::runId)
                .filter(left -> place.isPresent() && !left.equals(run.id()))
                .ifPresent(left -> tell(actor, left));
        if (place.isPresent() || before.map(Numbered::runId).equals(Optional.of(run.id()))) {
            tell(actor, run.id());
        }
    }

    private void tell(Actor actor, UUID runId) {
        events.publish(actor.workspaceId(), "presence-changed", Map.of("runId", runId));
    }

    private Numbered place(RunRow run, String id) {
        Numbered place = Numbered.parse("break", id);
        if (!place.runId().equals(run.id()) || breaks.find(run, place.number()).isEmpty()) {
            throw Problem.invalid("#/breakId", "is no break of this run");
        }
        return place;
    }
}
