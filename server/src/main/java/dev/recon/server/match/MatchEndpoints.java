package dev.recon.server.match;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Words;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Matches of a run over HTTP.
@RestController
record MatchEndpoints(RunService runs, MatchStore matches, MatchView view) {
    /// Which matches are wanted, as a request says it.
    record Wanted(@Nullable String pass, @Nullable String status) {
        MatchStore.Filter filter() {
            if (status != null) {
                Words.oneOf("status", status, List.of(MatchState.MATCHED, MatchState.SUGGESTED));
            }
            return new MatchStore.Filter(Optional.ofNullable(pass), Optional.ofNullable(status));
        }
    }

    @GetMapping("/api/v1/runs/{runId}/matches")
    Page<MatchRow> list(Actor actor, @PathVariable UUID runId, Wanted wanted, Paging paging) {
        RunRow run = runs.getDone(actor, runId);
        MatchStore.Filter filter = wanted.filter();
        int after = paging.cursor().map(at -> (int) at.number(0)).orElse(0);
        List<MatchState> found = matches.list(run, filter, after, paging.rows());
        Page<MatchState> page = Page.of(found, paging, match -> Cursor.of(match.number()));
        MatchView.Held held = view.hold(run, page.items());
        return page.map(match -> MatchView.row(held, match));
    }
}
