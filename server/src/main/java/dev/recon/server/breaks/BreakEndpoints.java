package dev.recon.server.breaks;

import dev.recon.server.explain.Explained;
import dev.recon.server.explain.Explanations;
import dev.recon.server.fleeting.Kept;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Words;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Breaks over HTTP, and the single things that they are about.
@RestController
record BreakEndpoints(
        RunService runs,
        BreakStore breaks,
        LaterRuns later,
        WaitingMarks marks,
        BreakService service,
        CountService counts,
        Explanations explanations) {
    private static final int CANDIDATES_MAX = 20;
    private static final int CANDIDATES_DEFAULT = 5;

    @Kept
    @GetMapping("/api/v1/runs/{runId}/breaks")
    Page<BreakRow> list(Actor actor, @PathVariable UUID runId, BreakFilter filter, Paging paging) {
        RunRow run = runs.getDone(actor, runId);
        BreakSort sort = BreakSort.of(filter.sort());
        explanations.prepare(run);
        Page<BreakRow> page = breaks.list(run, filter.checked(), sort, paging).map(Break::row);
        return new Page<>(marks.with(run, later.with(run, page.items())), page.next());
    }

    @Kept
    @GetMapping("/api/v1/runs/{runId}/break-counts")
    BreakCounts count(Actor actor, @PathVariable UUID runId, BreakFilter filter) {
        RunRow run = runs.getDone(actor, runId);
        filter.checked();
        return counts.of(run, filter);
    }

    @Kept
    @GetMapping("/api/v1/breaks/{breakId}")
    BreakService.BreakDetail get(Actor actor, @PathVariable String breakId) {
        return service.getBreak(actor, breakId);
    }

    @Kept
    @GetMapping("/api/v1/breaks/{breakId}/candidates")
    CandidateService.Candidates candidates(
            Actor actor,
            @PathVariable String breakId,
            @RequestParam(required = false) @Nullable Integer limit) {
        int wanted = limit == null ? CANDIDATES_DEFAULT : limit;
        if (wanted < 1 || wanted > CANDIDATES_MAX) {
            throw Problem.badRequest("limit must be 1 to " + CANDIDATES_MAX + ".");
        }
        return service.candidates(actor, breakId, wanted);
    }

    @Kept
    @GetMapping("/api/v1/matches/{matchId}")
    BreakService.MatchDetail getMatch(Actor actor, @PathVariable String matchId) {
        return service.getMatch(actor, matchId);
    }

    @Kept
    @GetMapping("/api/v1/matches/{matchId}/explanation")
    Explained explainMatch(Actor actor, @PathVariable String matchId) {
        return service.explainMatch(actor, matchId);
    }

    @GetMapping("/api/v1/runs/{runId}/entries/{side}/{line}")
    BreakService.HeldEntry getEntry(
            Actor actor,
            @PathVariable UUID runId,
            @PathVariable String side,
            @PathVariable int line) {
        return service.getEntry(runs.getDone(actor, runId), Words.side(side), line);
    }
}
