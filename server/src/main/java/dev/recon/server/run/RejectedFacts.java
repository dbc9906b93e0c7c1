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
        List<RejectedLine> lines = new ArrayList<>();
        parts(run, side).forEach(lines::addAll);
        return lines;
    }

    /// The same, a segment at a time; each is read when it is asked for.
    Iterable<List<RejectedLine>> parts(RunRow run, Side side) {
        String kind = RunSegment.rejected(side);
        return () ->
                segments.listFrom(run, kind, 1).stream()
                        .map(place -> segments.get(run, kind, place.position()))
                        .map(part -> List.of(json.readValue(part, RejectedLine[].class)))
                        .iterator();
    }
}
