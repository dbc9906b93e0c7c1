package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Recent;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Where runs have the lines that they carry on. It never changes, so that of the runs that were
/// looked at last it is kept as long as there is room.
@Component
public final class CarriedOn {
    private static final int RUNS_MAX = 1_000;

    private final CarriedFacts facts;
    private final Recent<Key, SoftReference<Places>> recent = new Recent<>(RUNS_MAX);

    private record Key(UUID workspaceId, UUID runId) {}

    CarriedOn(CarriedFacts facts) {
        this.facts = facts;
    }

    /// For the lines of a run that is followed, their lines in the one that follows it.
    public record Places(OneSide left, OneSide right) {
        /// The line of an entry; empty when it was settled before.
        public OptionalInt line(Side side, int earlier) {
            return (side == Side.LEFT ? left : right).line(earlier);
        }
    }

    /// @param earlier the lines in the run that is followed, in their order
    /// @param now the line of each of them
    record OneSide(int[] earlier, int[] now) {
        static OneSide of(List<CarriedLine> carried) {
            int[] places = places(carried);
            return new OneSide(
                    Arrays.stream(places).map(at -> carried.get(at).earlier()).toArray(),
                    Arrays.stream(places).map(at -> at + 1).toArray());
        }

        private static int[] places(List<CarriedLine> carried) {
            return IntStream.range(0, carried.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(at -> carried.get(at).earlier()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        OptionalInt line(int line) {
            int at = Arrays.binarySearch(earlier, line);
            return at < 0 ? OptionalInt.empty() : OptionalInt.of(now[at]);
        }
    }

    /// Where a run that has a result has what it carries on.
    public Places get(RunRow run) {
        var key = new Key(run.workspaceId(), run.id());
        Places known = recent.find(key).map(SoftReference::get).orElse(null);
        if (known != null) {
            return known;
        }
        Places read =
                new Places(
                        OneSide.of(facts.list(run, Side.LEFT)),
                        OneSide.of(facts.list(run, Side.RIGHT)));
        recent.put(key, new SoftReference<>(read));
        return read;
    }
}
