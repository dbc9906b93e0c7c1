package dev.recon.server.metric;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The process as its operating system sees it, under the names that every Prometheus client uses.
final class ProcessMetrics {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern OPEN_MAX = Pattern.compile("(?m)^Max open files\\s+(\\d+) ");

    private ProcessMetrics() {}

    static void register(MeterRegistry meters) {
        FunctionCounter.builder("process.cpu", ProcessHandle.current(), ProcessMetrics::cpuSeconds)
                .baseUnit("seconds")
                .description("Processor time that this process has used")
                .register(meters);
        gauge("process.resident.memory", () -> number(STATUS, RESIDENT) * 1024)
                .baseUnit("bytes")
                .description("Memory that this process holds")
                .register(meters);
        gauge("process.open.fds", ProcessMetrics::open)
                .description("Open file descriptors")
                .register(meters);
        gauge("process.max.fds", () -> number(LIMITS, OPEN_MAX))
                .description("The most file descriptors that may be open")
                .register(meters);
        gauge(
                        "process.start.time",
                        () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0)
                .baseUnit("seconds")
                .description("When this process began, in seconds since 1970")
                .register(meters);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(String name, Supplier<Number> value) {
        return Gauge.builder(name, value);
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.toNanos() / (double) TimeUnit.SECONDS.toNanos(1))
                .orElse(0.0);
    }

    private static Number open() {
        String[] names = Path.of("/proc/self/fd").toFile().list();
        return names == null ? Double.NaN : (double) names.length;
    }

    private static double number(Path file, Pattern pattern) {
        try {
            Matcher found = pattern.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
        } catch (IOException _) {
            return Double.NaN; // not Linux
        }
    }
}
