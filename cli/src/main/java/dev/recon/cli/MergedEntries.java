package dev.recon.cli;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.formats.identity.Arrivals;
import dev.recon.formats.identity.Arrivals.Arrival;
import dev.recon.formats.identity.Sighting;
import java.util.ArrayList;
import java.util.List;

/// The entries of several deliveries of one source, each once.
final class MergedEntries {
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Sighting> known = new ArrayList<>();
    private String first = "";

    /// What became of the entries of a delivery.
    record Counts(long added, long known, long changed) {}

    /// Adds a delivery: what is new behind the rest, what has changed in its place.
    ///
    /// @param name what the delivery is called
    /// @param records its header, then its entries
    Counts add(String name, List<List<String>> records) {
        List<String> header = records.getFirst();
        requireSameColumns(name, header);
        List<List<String>> cells = records.subList(1, records.size());
        List<Sighting> sightings = cells.stream().map(each -> Sighting.of(header, each)).toList();
        List<Arrival> arrivals = Arrivals.of(List.copyOf(known), sightings);
        int before = known.size();
        int changed = 0;
        for (int at = 0; at < arrivals.size(); at++) {
            switch (arrivals.get(at)) {
                case Arrival.New() -> {
                    known.add(sightings.get(at));
                    lines.add(cells.get(at));
                }
                case Arrival.Changed(int place) -> {
                    changed++;
                    known.set(place, sightings.get(at));
                    lines.set(place + 1, cells.get(at));
                }
                case Arrival.Known(_) -> {
                    // It is there already.
                }
            }
        }
        int added = known.size() - before;
        return new Counts(added, arrivals.size() - added - changed, changed);
    }

    /// The header, then the entries.
    List<List<String>> lines() {
        return List.copyOf(lines);
    }

    private void requireSameColumns(String name, List<String> header) {
        if (lines.isEmpty()) {
            first = name;
            lines.add(header);
        } else if (!lines.getFirst().equals(header)) {
            throw new InputProblem(
                    new Problem(
                            name,
                            "the columns " + String.join(", ", header),
                            "those of " + first + ": " + String.join(", ", lines.getFirst()),
                            "Merge deliveries of one source, in one format."));
        }
    }
}
