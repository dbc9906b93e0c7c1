package dev.recon.server.decision;

import dev.recon.server.breaks.BreakChanges;
import dev.recon.server.decision.Before.BreakBefore;
import dev.recon.server.decision.DecisionStore.Stored;
import dev.recon.server.decision.SaidStore.Said;
import dev.recon.server.platform.Ids;
import dev.recon.server.run.Decision;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Hands what people wrote on to the next run over the same files, or to the one that carries its
/// entries on: to the break of the same entries. When those have none there, the comment goes along
/// unseen, and shows again in the run in which they have one.
@Component
record KeptComments(
        RunStore runs, DecisionStore decisions, SaidStore said, BreakChanges breakChanges) {
    List<Stored> carry(RunRow run, UUID earlier, CarriedNumbers numbers) {
        return said.list(run.workspaceId(), earlier).stream()
                .flatMap(one -> numbers.about(one).stream())
                .map(one -> carry(run, one))
                .toList();
    }

    private Stored carry(RunRow run, Said one) {
        Stored comment = kept(run, one);
        decisions.add(run, comment);
        Optional<Integer> about = said.findBreak(run, one);
        if (about.isPresent()) {
            int number = about.get();
            String text = Objects.requireNonNull(comment.note());
            decisions.addComment(run, comment, number, text);
            breakChanges.countComment(run, number, 1);
            Before before =
                    new Before(
                            List.of(), null, List.of(new BreakBefore(number, false, null, null)));
            decisions.complete(run, comment.id(), before);
        }
        return comment;
    }

    private Stored kept(RunRow run, Said one) {
        return new Stored(
                Ids.next(),
                run.id(),
                runs.next(run, RunStore.Counter.DECISION),
                Decision.COMMENT,
                one.decision().personId(),
                one.decision().at(),
                Optional.empty(),
                one.left(),
                one.right(),
                List.of(),
                one.decision().note(),
                Optional.of(one.decision().id()),
                Before.NOTHING,
                false,
                null);
    }
}
