package dev.recon.server.decision;

import dev.recon.engine.Outcome;
import dev.recon.engine.Reconciler;
import dev.recon.engine.rate.Counting;
import dev.recon.server.audit.AuditEvent.Deed;
import dev.recon.server.audit.AuditStore;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Ids;
import dev.recon.server.run.Carried;
import dev.recon.server.run.EarlierDecisions;
import dev.recon.server.run.HandoverStore;
import dev.recon.server.run.RunChain;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands the decisions of a run on to the next one over the same files, or to the one that carries
/// its unsettled entries on: what was matched by hand or accepted is pinned, what was taken apart
/// or rejected is vetoed, before any pass; comments go to the break of the same entries.
@Component
record KeptDecisions(
        RunStore runs,
        HandoverStore handovers,
        RunChain chain,
        DecisionStore decisions,
        KeptComments comments,
        KeptApprovals approvals,
        AuditStore audit,
        TransactionTemplate transaction)
        implements EarlierDecisions {
    @Override
    public Kept find(RunRow run, Carried carried) {
        Optional<UUID> earlier = chain.findEarlier(run);
        RunRow.Follows follows = run.follows();
        if (earlier.isEmpty() && follows != null) {
            CarriedNumbers numbers = CarriedNumbers.of(carried);
            List<Stored> binding =
                    decisions.binding(run.workspaceId(), follows.run()).stream()
                            .flatMap(decision -> numbers.bind(decision).stream())
                            .toList();
            return new Binding(Optional.of(follows.run()), binding, carried, numbers);
        }
        List<Stored> binding =
                earlier.map(id -> decisions.binding(run.workspaceId(), id)).orElse(List.of());
        return new Binding(earlier, binding, carried, CarriedNumbers.SAME);
    }

    private final class Binding implements Kept {
        private final Optional<UUID> earlier;
        private final List<Stored> binding;
        private final Carried carried;
        private final CarriedNumbers numbers;

        Binding(
                Optional<UUID> earlier,
                List<Stored> binding,
                Carried carried,
                CarriedNumbers numbers) {
            this.earlier = earlier;
            this.binding = binding;
            this.carried = carried;
            this.numbers = numbers;
        }

        @Override
        public Reconciler.Decided decided() {
            return (left, right, rates) ->
                    BindingRows.toEngine(binding, Counting.of(rates, left, right));
        }

        /// The locks keep an earlier run from getting its result now, and people from deciding in
        /// one that has it while it is handed on; after that, they are sent to the new one.
        @Override
        public boolean carry(RunRow run, Outcome outcome) {
            chain.lock(run);
            earlier.ifPresent(id -> runs.lock(run.workspaceId(), id));
            if (!isAsCarried(run) || !find(run, carried).equals(this)) {
                return false;
            }
            List<Stored> kept = new ArrayList<>();
            binding.forEach(decision -> kept.add(add(run, outcome, decision)));
            earlier.ifPresent(id -> {
                kept.addAll(comments.carry(run, id, numbers));
                tell(run, id, kept);
                approvals.carry(run, new KeptApprovals.From(id, numbers, outcome, kept));
            });
            return true;
        }

        /// Did nobody decide in the run that is followed since its lines were taken?
        private boolean isAsCarried(RunRow run) {
            RunRow.Follows follows = run.follows();
            if (follows == null) {
                return true;
            }
            runs.lock(run.workspaceId(), follows.run());
            return handovers.moves(run.workspaceId(), follows.run()) == carried.decisions();
        }

        /// The lock waits for who decides just now; whoever comes later finds the row.
        @Override
        public void closeEarlier(RunRow run) {
            earlier.ifPresent(id ->
                    transaction.executeWithoutResult(_ -> {
                        runs.lock(run.workspaceId(), id);
                        handovers.begin(run, id);
                    }));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binding that
                    && earlier.equals(that.earlier)
                    && ids().equals(that.ids());
        }

        @Override
        public int hashCode() {
            return ids().hashCode();
        }

        private List<UUID> ids() {
            return binding.stream().map(Stored::id).toList();
        }
    }

    private void tell(RunRow run, UUID earlier, List<Stored> carried) {
        audit.appendAll(
                new Actor(run.workspaceId(), run.createdBy()),
                new Deed(
                        "decisions-carried",
                        "run",
                        run.id().toString(),
                        Map.of("from", earlier.toString())),
                carried.stream().map(one -> one.toItem().text()).toList());
    }

    /// A decision is about the match of its own entries, if the run made it. Otherwise it is about
    /// none, and binds the next run in which all of its lines can be read.
    private Stored add(RunRow run, Outcome outcome, Stored earlier) {
        Optional<Integer> match =
                BindingRows.pins(earlier)
                        ? new MadeMatches(outcome).find(earlier.left(), earlier.right())
                        : Optional.empty();
        Stored kept =
                new Stored(
                        Ids.next(),
                        run.id(),
                        runs.next(run, RunStore.Counter.DECISION),
                        earlier.kind(),
                        earlier.personId(),
                        earlier.at(),
                        match,
                        earlier.left(),
                        earlier.right(),
                        List.of(),
                        earlier.note(),
                        Optional.of(earlier.id()),
                        Before.NOTHING,
                        false,
                        earlier.approved());
        decisions.add(run, kept);
        return kept;
    }
}
