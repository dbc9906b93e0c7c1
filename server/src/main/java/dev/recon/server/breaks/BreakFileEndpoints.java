package dev.recon.server.breaks;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.CsvLines;
import dev.recon.server.platform.Cursor;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Paging;
import dev.recon.server.run.Entry;
import dev.recon.server.run.ListFiles;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.RunService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Every break of a run, as it is now, in one file.
@RestController
record BreakFileEndpoints(RunService runs, BreakStore breaks, ListFiles files) {
    private static final List<String> COLUMNS =
            List.of(
                    "break",
                    "kind",
                    "status",
                    "left_line",
                    "left_amount",
                    "right_line",
                    "right_amount",
                    "currency",
                    "difference",
                    "reference",
                    "party",
                    "date",
                    "reason");

    @GetMapping("/api/v1/runs/{runId}/breaks.csv")
    void get(Actor actor, @PathVariable UUID runId, HttpServletResponse response)
            throws IOException {
        RunRow run = runs.getDone(actor, runId);
        boolean isValued = runs.hasAmounts(run);
        files.send(
                response,
                new ListFiles.ListFile(
                        "breaks-run-" + run.number() + ".csv",
                        COLUMNS,
                        target -> write(run, isValued, target)));
    }

    private void write(RunRow run, boolean isValued, CsvLines target) throws IOException {
        Optional<Cursor> after = Optional.empty();
        while (true) {
            var paging = new Paging(after, Limits.LIST_FILE_ROWS);
            List<Break> found = breaks.list(run, BreakFilter.ALL, BreakSort.NUMBER, paging).items();
            if (found.isEmpty()) {
                return;
            }
            for (Break one : found) {
                write(one.row(), isValued, target);
            }
            after = Optional.of(BreakSort.NUMBER.cursor(found.getLast()));
        }
    }

    private static void write(BreakRow row, boolean isValued, CsvLines target) throws IOException {
        target.cell("B-" + row.number()).cell(row.kind()).cell(row.status());
        writeSide(row.left(), isValued, target);
        writeSide(row.right(), isValued, target);
        target.cell(isValued ? row.difference().currency() : null);
        target.cell(isValued ? row.difference().value() : null);
        Entry.Listed entry = row.left() == null ? row.right() : row.left();
        target.cell(entry == null ? null : entry.reference());
        target.cell(entry == null ? null : entry.party());
        target.cell(entry == null ? null : entry.date());
        target.cell(row.reason()).end();
    }

    private static void writeSide(Entry.@Nullable Listed entry, boolean isValued, CsvLines target) {
        target.cell(entry == null ? null : entry.line());
        target.cell(entry == null || !isValued ? null : entry.amount().value());
    }
}
