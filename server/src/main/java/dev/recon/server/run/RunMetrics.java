package dev.recon.server.run;

import dev.recon.formats.Formats;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Origin;
import dev.recon.server.metric.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Counts what runs do. Every counter is there from the start, at nought.
@Component
final class RunMetrics {
    private static final List<String> PASS_KINDS =
            List.of("exact", "close", "probable", "contra", "sum", "fee", "fx", "by-hand");
    private static final List<String> OUTCOMES = List.of("done", "held", "failed");

    /// A format that is not told: chosen, so that the file alone does not say it.
    static final String OTHER_FORMAT = "other";

    private final MeterRegistry meters;
    private final Counter compared;
    private final Counter rejected;
    private final Counter bytes;
    private final Counter lost;
    private final Counter fenced;
    private final AtomicLong entriesPerSecond = new AtomicLong();

    RunMetrics(MeterRegistry meters) {
        this.meters = meters;
        compared = counter("recon.entries.compared", "Entries of both sides of finished runs");
        rejected = counter("recon.rejected.lines", "Lines of finished runs that were no entries");
        bytes =
                Counter.builder("recon.read")
                        .description("Bytes of the files of finished runs")
                        .baseUnit("bytes")
                        .register(meters);
        lost = counter("recon.leases.lost", "Runs that another worker took or somebody cancelled");
        fenced = counter("recon.fenced.writes", "Results that came too late and were refused");
        Gauge.builder("recon.run.entries.per.second", entriesPerSecond, AtomicLong::get)
                .description("How fast the last finished run was")
                .register(meters);
        PASS_KINDS.forEach(kind -> matched(kind).increment(0));
        OUTCOMES.forEach(this::duration);
        Stream.concat(
                        Stream.of(Origin.TEXT, OTHER_FORMAT),
                        Formats.known().stream().map(Format::name))
                .forEach(format -> read(format).increment(0));
        violated("conservation").increment(0);
        restarts("given-back").increment(0);
        restarts("worker-lost").increment(0);
    }

    /// The result of a run is there for all to see.
    void published(RunRow run, RunTotals totals, String outcome) {
        if (!totals.isConserved()) {
            violated("conservation").increment();
        }
        long entries = totals.sides().stream().mapToLong(RunTotals.SideTotal::entries).sum();
        compared.increment((double) entries);
        rejected.increment((double) (totals.rejectedLeft() + totals.rejectedRight()));
        bytes.increment((double) (run.left().bytes() + run.right().bytes()));
        Map<String, String> kinds =
                totals.passes().stream()
                        .collect(
                                Collectors.toMap(
                                        RunTotals.PassName::name, RunTotals.PassName::kind));
        totals.buckets().stream()
                .filter(bucket -> bucket.status().equals(RunTotals.MATCHED))
                .forEach(bucket ->
                        matched(kinds.getOrDefault(bucket.pass(), RunTotals.BY_HAND))
                                .increment((double) bucket.entries()));
        double all = 0;
        for (RunTotals.StageSeconds stage : totals.seconds()) {
            stage(stage.stage()).record(millis(stage.seconds()));
            all += stage.seconds();
        }
        entriesPerSecond.set(Math.round(entries / Math.max(all, 0.001)));
        duration(outcome).record(millis(all));
    }

    /// The entries of both sides, by what their files were.
    ///
    /// @param formats of each side
    void read(RunTotals totals, Map<String, String> formats) {
        for (RunTotals.SideTotal side : totals.sides()) {
            read(formats.getOrDefault(side.side(), OTHER_FORMAT))
                    .increment((double) side.entries());
        }
    }

    /// A run ended without a result.
    void failed() {
        duration("failed").record(Duration.ZERO);
    }

    void lost() {
        lost.increment();
        fenced.increment();
    }

    /// A worker took a run that had been begun before.
    void restarted(int attempts) {
        if (attempts > 1) {
            restarts("worker-lost").increment();
        }
    }

    void givenBack() {
        restarts("given-back").increment();
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private Counter counter(String name, String meaning) {
        return Counter.builder(name).description(meaning).register(meters);
    }

    private Counter matched(String kind) {
        return Counter.builder("recon.entries.matched")
                .description("Entries that finished runs matched, by kind of pass")
                .tag("pass.type", kind)
                .register(meters);
    }

    private Counter read(String format) {
        return Counter.builder("recon.entries.read")
                .description("Entries of finished runs, by the format of their file")
                .tag("format", format)
                .register(meters);
    }

    private Counter violated(String invariant) {
        return Counter.builder("recon.invariant.violations")
                .description("What must always hold and did not")
                .tag("invariant", invariant)
                .register(meters);
    }

    private Counter restarts(String reason) {
        return Counter.builder("recon.run.restarts")
                .description("Runs that begin again")
                .tag("reason", reason)
                .register(meters);
    }

    private Timer stage(String stage) {
        return timer("recon.stage.duration", "How long a stage of a run took", "stage", stage);
    }

    private Timer duration(String outcome) {
        return timer("recon.run.duration", "How long runs took", "outcome", outcome);
    }

    private Timer timer(String name, String meaning, String... tags) {
        return Timer.builder(name)
                .description(meaning)
                .tags(tags)
                .serviceLevelObjectives(Buckets.runs())
                .register(meters);
    }
}
