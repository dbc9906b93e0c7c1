package dev.recon.server.metric;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/// A pool of connections under the names of the OpenTelemetry conventions.
public record PoolMetrics(MeterRegistry meters) implements MetricsTrackerFactory {
    private static final String POOL = "pool";
    private static final String STATE = "state";

    @Override
    public IMetricsTracker create(String pool, PoolStats stats) {
        gauge("db.client.connection.count", stats, PoolStats::getActiveConnections)
                .tags(POOL, pool, STATE, "used")
                .description("Connections that are open")
                .register(meters);
        gauge("db.client.connection.count", stats, PoolStats::getIdleConnections)
                .tags(POOL, pool, STATE, "idle")
                .description("Connections that are open")
                .register(meters);
        gauge("db.client.connection.max", stats, PoolStats::getMaxConnections)
                .tags(POOL, pool)
                .description("Connections that may be open")
                .register(meters);
        gauge("db.client.connection.pending.requests", stats, PoolStats::getPendingThreads)
                .tags(POOL, pool)
                .description("Who waits for a connection")
                .register(meters);
        return new Tracker(timer("db.client.connection.wait.time", pool), timeouts(pool));
    }

    private record Tracker(Timer waited, Counter timeouts) implements IMetricsTracker {
        @Override
        public void recordConnectionAcquiredNanos(long nanos) {
            waited.record(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void recordConnectionTimeout() {
            timeouts.increment();
        }
    }

    private static Gauge.Builder<PoolStats> gauge(
            String name, PoolStats stats, java.util.function.ToDoubleFunction<PoolStats> value) {
        return Gauge.builder(name, stats, value).strongReference(true);
    }

    private Timer timer(String name, String pool) {
        return Timer.builder(name)
                .description("How long a connection was waited for")
                .tags(POOL, pool)
                .serviceLevelObjectives(Buckets.shortTimes())
                .register(meters);
    }

    private Counter timeouts(String pool) {
        return Counter.builder("db.client.connection.timeouts")
                .description("Waits for a connection that were in vain")
                .tags(POOL, pool)
                .register(meters);
    }
}
