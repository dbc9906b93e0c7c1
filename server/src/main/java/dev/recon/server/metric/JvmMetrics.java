package dev.recon.server.metric;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// The JVM under the names of the OpenTelemetry conventions.
final class JvmMetrics {
    private JvmMetrics() {}

    static void register(MeterRegistry meters) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> memory(meters, pool));
        Gauge.builder("jvm.thread.count", ManagementFactory.getThreadMXBean()::getThreadCount)
                .description("Platform threads")
                .register(meters);
        ManagementFactory.getGarbageCollectorMXBeans().forEach(one -> collector(meters, one));
    }

    private static void memory(MeterRegistry meters, MemoryPoolMXBean pool) {
        String type = pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
        Tags tags = Tags.of("jvm.memory.type", type, "jvm.memory.pool.name", pool.getName());
        bytes(meters, tags, pool, MemoryUsage::getUsed).forName("jvm.memory.used", "Memory in use");
        bytes(meters, tags, pool, MemoryUsage::getCommitted)
                .forName("jvm.memory.committed", "Memory that is held");
        if (pool.getUsage().getMax() > 0) {
            bytes(meters, tags, pool, MemoryUsage::getMax)
                    .forName("jvm.memory.limit", "The most memory that may be held");
        }
    }

    private interface Named {
        void forName(String name, String description);
    }

    private static Named bytes(
            MeterRegistry meters,
            Tags tags,
            MemoryPoolMXBean pool,
            ToLongFunction<MemoryUsage> value) {
        return (name, description) ->
                Gauge.builder(
                                name,
                                pool,
                                of ->
                                        Optional.ofNullable(of.getUsage())
                                                .map(usage -> (double) value.applyAsLong(usage))
                                                .orElse(Double.NaN))
                        .baseUnit("bytes")
                        .tags(tags)
                        .description(description)
                        .register(meters);
    }

    private static void collector(MeterRegistry meters, GarbageCollectorMXBean collector) {
        Timer timer =
                Timer.builder("jvm.gc.duration")
                        .description("What a collection took")
                        .tag("jvm.gc.name", collector.getName())
                        .serviceLevelObjectives(
                                Duration.ofMillis(10),
                                Duration.ofMillis(100),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10))
                        .register(meters);
        if (collector instanceof NotificationEmitter emitter) {
            emitter.addNotificationListener(
                    (notification, _) -> record(timer, notification), null, null);
        }
    }

    private static void record(Timer timer, Notification notification) {
        if (notification.getUserData() instanceof CompositeData told) {
            long millis = GarbageCollectionNotificationInfo.from(told).getGcInfo().getDuration();
            timer.record(millis, TimeUnit.MILLISECONDS);
        }
    }
}
