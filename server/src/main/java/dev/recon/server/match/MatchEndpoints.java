package dev.recon.server.match;

import dev.recon.server.fleeting.Kept;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Page;
import dev.recon.server.platform.Paging;
import dev.recon.server.platform.Words;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import dev.recon.server.run.WaitingStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Matches of a run over HTTP.
@RestController
record MatchEndpoints(RunService runs, MatchStore matches, MatchView view, WaitingStore waiting) {
    /// Which matches are wanted, as a request says it.
    ///
    /// @param waiting those alone about which something waits for another person
    record Wanted(
            @Nullable String pass,
            @Nullable String status,
            @Nullable Boolean waiting,
            @Nullable String sort) {
        MatchStore.Filter filter(Supplier<Set<Integer>> waits) {
            if (status != null) {
                Words.oneOf("status", status, List.of(MatchState.MATCHED, MatchState.SUGGESTED));
            }
            return new MatchStore.Filter(
                    Optional.ofNullable(pass),
                    Optional.ofNullable(status),
                    Boolean.TRUE.equals(waiting) ? Optional.of(waits.get()) : Optional.empty());
        }
    }

    @Kept
    @GetMapping("/api/v1/runs/{runId}/matches")
    Page<MatchRow> list(Actor actor, @PathVariable UUID runId, Wanted wanted, Paging paging) {
        RunRow run = runs.getDone(actor, runId);
        MatchSort sort = MatchSort.of(wanted.sort);
        List<MatchState> found =
                sort.list(matches, run, wanted.filter(() -> waiting.matches(run)), paging);
        Page<MatchState> page = Page.of(found, paging, sort::cursor);
        MatchView.Held held = view.hold(run, page.items());
        Page<MatchRow> rows = page.map(match -> MatchView.row(held, match));
        return new Page<>(view.marked(held, rows.items()), rows.next());
    }
}
