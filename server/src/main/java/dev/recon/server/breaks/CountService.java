package dev.recon.server.breaks;

import dev.recon.server.fleeting.KeptAnswers;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunStore;
import dev.recon.server.run.WaitingStore;
import org.springframework.stereotype.Service;

/// Counts breaks by facet, which looks at every break of a run; what was counted is kept until
/// somebody decides something.
@Service
record CountService(BreakStore breaks, RunStore runs, WaitingStore waiting, KeptAnswers answers) {
    BreakCounts of(RunRow run, BreakFilter filter) {
        // What waits changes without a decision, so it is never kept.
        long waits = waiting.isAny(run) ? count(run, filter.onlyWaiting()).total() : 0;
        return (filter.isWaiting() ? count(run, filter) : kept(run, filter)).waiting(waits);
    }

    private BreakCounts kept(RunRow run, BreakFilter filter) {
        return answers.get(key(run, filter), BreakCounts.class, () -> count(run, filter));
    }

    /// Keeps the answer to a question that nobody has asked yet.
    void warm(RunRow run, BreakFilter filter) {
        answers.warm(key(run, filter), BreakCounts.class, () -> count(run, filter));
    }

    private KeptAnswers.Key key(RunRow run, BreakFilter filter) {
        int decisions = runs.decisions(run.workspaceId(), run.id());
        String name =
                run.workspaceId() + ":" + run.id() + ":" + decisions + ":" + filter.question();
        return new KeptAnswers.Key("break-counts", name);
    }

    private BreakCounts count(RunRow run, BreakFilter filter) {
        return BreakCounts.of(breaks.groups(run, filter), filter, run.decimals());
    }
}
