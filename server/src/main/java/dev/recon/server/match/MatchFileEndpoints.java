package dev.recon.server.match;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.CsvLines;
import dev.recon.server.platform.Limits;
import dev.recon.server.run.Entry;
import dev.recon.server.run.ListFiles;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Every match of a run, as it is now, in one file: one line for each of its entries.
@RestController
record MatchFileEndpoints(RunService runs, MatchStore matches, MatchView view, ListFiles files) {
    private static final List<String> COLUMNS =
            List.of(
                    "match",
                    "status",
                    "pass",
                    "confidence",
                    "by_hand",
                    "side",
                    "line",
                    "amount",
                    "currency",
                    "reference",
                    "party",
                    "date");

    @GetMapping("/api/v1/runs/{runId}/matches.csv")
    void get(Actor actor, @PathVariable UUID runId, HttpServletResponse response)
            throws IOException {
        RunRow run = runs.getDone(actor, runId);
        boolean isValued = runs.hasAmounts(run);
        files.send(
                response,
                new ListFiles.ListFile(
                        "matches-run-" + run.number() + ".csv",
                        COLUMNS,
                        target -> write(run, isValued, target)));
    }

    private void write(RunRow run, boolean isValued, CsvLines target) throws IOException {
        int after = 0;
        while (true) {
            List<MatchState> found = matches.next(run, after, Limits.LIST_FILE_ROWS);
            if (found.isEmpty()) {
                return;
            }
            List<MatchState> shown = found.stream().filter(match -> !match.isGone()).toList();
            MatchView.Held held = view.hold(run, shown);
            for (MatchState match : shown) {
                for (Side side : Side.values()) {
                    for (Entry.Listed entry : held.listed(match, side)) {
                        writeMatch(match, target);
                        target.cell(side.word());
                        write(entry, isValued, target);
                    }
                }
            }
            after = found.getLast().number();
        }
    }

    private static void writeMatch(MatchState match, CsvLines target) {
        target.cell("M-" + match.number()).cell(match.status()).cell(match.pass());
        target.cell(plain(match.confidence()));
        target.cell(match.pass().equals(MatchState.BY_HAND) ? "yes" : "no");
    }

    private static void write(Entry.Listed entry, boolean isValued, CsvLines target)
            throws IOException {
        target.cell(entry.line());
        target.cell(isValued ? entry.amount().value() : null);
        target.cell(isValued ? entry.amount().currency() : null);
        target.cell(entry.reference()).cell(entry.party()).cell(entry.date()).end();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
