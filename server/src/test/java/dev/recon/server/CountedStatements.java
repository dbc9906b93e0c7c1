package dev.recon.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.stream.IntStream;

/// How many statements of the database a server needs to answer.
record CountedStatements(TestServer server, Api api) {
    /// What the server does beside it may add some: the fewest of so many tries count.
    private static final int TRIES = 5;

    /// Of an answer that nobody has had before.
    long of(String path) {
        return IntStream.rangeClosed(0, TRIES)
                .mapToLong(_ -> {
                    long before = counted();
                    api.getNew(path).is(200);
                    return counted() - before;
                })
                .min()
                .orElseThrow();
    }

    private long counted() {
        return server
                .bean(MeterRegistry.class)
                .find("db.client.operation.duration")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
