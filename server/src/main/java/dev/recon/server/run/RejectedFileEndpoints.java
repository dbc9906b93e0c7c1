package dev.recon.server.run;

import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Side;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.CsvLines;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Every line of a run that could not become an entry, in one file.
@RestController
record RejectedFileEndpoints(RunService runs, RejectedFacts rejected, ListFiles files) {
    private static final List<String> COLUMNS =
            List.of("side", "line", "column", "found", "expected", "detail", "raw");

    @GetMapping("/api/v1/runs/{runId}/rejected-lines.csv")
    void get(Actor actor, @PathVariable UUID runId, HttpServletResponse response)
            throws IOException {
        RunRow run = runs.getDone(actor, runId);
        files.send(
                response,
                new ListFiles.ListFile(
                        "rejected-lines-run-" + run.number() + ".csv",
                        COLUMNS,
                        target -> write(run, target)));
    }

    private void write(RunRow run, CsvLines target) throws IOException {
        for (Side side : Side.values()) {
            for (List<RejectedLine> part : rejected.parts(run, side)) {
                for (RejectedLine line : part) {
                    write(RejectedRow.of(side, line), target);
                }
            }
        }
    }

    private static void write(RejectedRow row, CsvLines target) throws IOException {
        target.cell(row.side()).cell(row.line()).cell(row.column());
        target.cell(row.found()).cell(row.expected()).cell(row.detail()).cell(row.raw()).end();
    }
}
