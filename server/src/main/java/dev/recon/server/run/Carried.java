package dev.recon.server.run;

import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run carries on: the lines of each side that the run that it follows left unsettled. They
/// are the first lines of the run, in their order.
///
/// @param decisions how often people had decided in the run that is followed, see
///   [HandoverStore#moves]
public record Carried(List<CarriedLine> left, List<CarriedLine> right, int decisions) {
    static final Carried NOTHING = new Carried(List.of(), List.of(), 0);

    public Carried {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /// The lines of a side.
    public List<CarriedLine> of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// For a line of the run that is followed, its line in this one; empty when it was settled.
    public Map<Integer, Integer> lines(Side side) {
        Map<Integer, Integer> lines = new HashMap<>();
        List<CarriedLine> carried = of(side);
        for (int at = 0; at < carried.size(); at++) {
            lines.put(carried.get(at).earlier(), at + 1);
        }
        return lines;
    }

    /// How many lines an editor counts in those of a side.
    int physicalLines(Side side) {
        return of(side).stream().mapToInt(CarriedLine::physicalLines).sum();
    }

    /// A carried line by its number in this run.
    Optional<CarriedLine> find(Side side, int line) {
        List<CarriedLine> carried = of(side);
        return line <= carried.size() ? Optional.of(carried.get(line - 1)) : Optional.empty();
    }
}
