package dev.recon.server.run;

import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a run carried on out of its segments.
@Component
public record CarriedFacts(RunSegmentStore segments, JsonMapper json) {
    /// All that a run that has a result carried on.
    public Carried get(RunRow run) {
        if (run.follows() == null) {
            return Carried.NOTHING;
        }
        return new Carried(list(run, Side.LEFT), list(run, Side.RIGHT), 0);
    }

    /// The carried lines of a side.
    public List<CarriedLine> list(RunRow run, Side side) {
        List<CarriedLine> lines = new ArrayList<>();
        if (run.follows() != null) {
            String kind = RunSegment.carried(side);
            for (RunSegmentStore.Place place : segments.listFrom(run, kind, 1)) {
                lines.addAll(part(run, kind, place));
            }
        }
        return lines;
    }

    /// How many lines of a side are carried.
    public int count(RunRow run, Side side) {
        return run.follows() == null
                ? 0
                : segments.listFrom(run, RunSegment.carried(side), 1).stream()
                        .mapToInt(place -> (int) place.last())
                        .max()
                        .orElse(0);
    }

    /// A line of a run, if it is a carried one.
    public Optional<CarriedLine> find(RunRow run, Side side, int line) {
        if (run.follows() == null) {
            return Optional.empty();
        }
        String kind = RunSegment.carried(side);
        return segments.find(run, kind, line)
                .map(place -> part(run, kind, place).get((int) (line - place.first())));
    }

    private List<CarriedLine> part(RunRow run, String kind, RunSegmentStore.Place place) {
        byte[] part = segments.get(run, kind, place.position());
        return List.of(json.readValue(part, CarriedLine[].class));
    }
}
