package dev.recon.server.breaks;

import dev.recon.server.fleeting.KeptAnswers;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import org.springframework.stereotype.Service;

/// Counts breaks by facet, which looks at every break of a run; what was counted is kept until
/// somebody decides something.
@Service
record CountService(BreakStore breaks, RunStore runs, KeptAnswers answers) {
    BreakCounts of(RunRow run, BreakFilter filter) {
        int decisions = runs.decisions(run.workspaceId(), run.id());
        String name =
                run.workspaceId() + ":" + run.id() + ":" + decisions + ":" + filter.question();
        return answers.get(
                new KeptAnswers.Key("break-counts", name),
                BreakCounts.class,
                () -> BreakCounts.of(breaks.groups(run, filter), filter, run.decimals()));
    }
}
