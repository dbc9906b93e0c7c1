package dev.recon.server.run;

import dev.recon.engine.read.RejectedLine;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the rejected lines of a run out of its segments.
@Component
public record RejectedFacts(RunSegmentStore segments, JsonMapper json) {
    /// All rejected lines of a side, in the order of the file; at most as many as a run bears.
    public List<RejectedLine> list(RunRow run, Side side) {
        String kind = RunSegment.rejected(side);
        List<RejectedLine> lines = new ArrayList<>();
        for (RunSegmentStore.Place place : segments.listFrom(run, kind, 1)) {
            byte[] part = segments.get(run, kind, place.position());
            lines.addAll(List.of(json.readValue(part, RejectedLine[].class)));
        }
        return lines;
    }
}
