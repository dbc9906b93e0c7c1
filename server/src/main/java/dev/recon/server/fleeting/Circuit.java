package dev.recon.server.fleeting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Stops asking what does not answer: when half of the last calls failed, none is made for a while;
/// then one is, and its end decides.
final class Circuit {
    private static final int CALLS = 20;
    private static final int CALLS_MIN = 4;
    private static final Duration REST = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Deque<Boolean> failures = new ArrayDeque<>();
    private long openUntil;
    private boolean trying;

    Circuit(InstantSource clock) {
        this.clock = clock;
    }

    /// May a call be made?
    synchronized boolean allows() {
        if (openUntil == 0) {
            return true;
        }
        if (clock.millis() < openUntil || trying) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized boolean isOpen() {
        return openUntil != 0;
    }

    void ended(boolean well) {
        if (well) {
            succeeded();
        } else {
            failed();
        }
    }

    synchronized void succeeded() {
        if (openUntil != 0) {
            failures.clear();
        }
        openUntil = 0;
        trying = false;
        note(false);
    }

    synchronized void failed() {
        note(true);
        long failed = failures.stream().filter(failure -> failure).count();
        if (trying || (failures.size() >= CALLS_MIN && failed * 2 >= failures.size())) {
            openUntil = clock.millis() + REST.toMillis();
        }
        trying = false;
    }

    private void note(boolean failure) {
        failures.addLast(failure);
        if (failures.size() > CALLS) {
            failures.removeFirst();
        }
    }
}
