package dev.recon.server.breaks;

import dev.recon.server.run.Approval;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.WaitingStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Marks breaks about which something waits for another person.
@Component
record WaitingMarks(WaitingStore waiting) {
    /// Breaks of a run with their marks.
    List<BreakRow> with(RunRow run, List<BreakRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Integer, Approval.Waiting> found =
                waiting.aboutBreaks(run, rows.stream().map(BreakRow::number).toList());
        return found.isEmpty()
                ? rows
                : rows.stream().map(row -> row.waiting(found.get(row.number()))).toList();
    }
}
