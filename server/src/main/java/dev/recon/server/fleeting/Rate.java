package dev.recon.server.fleeting;

import java.time.Duration;

/// How often something may happen: `turns` at once, and as many again in each `period`, evenly.
///
/// It is the generic cell rate algorithm: one number, the time when the bucket would be full again.
///
/// @param policy what is limited, for people and figures
public record Rate(String policy, int turns, Duration period) {
    public Rate {
        if (turns < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a rate needs a turn and a period");
        }
    }

    /// How long one turn takes to come back.
    long intervalMillis() {
        return Math.max(1, period.toMillis() / turns);
    }

    /// Takes a turn now.
    ///
    /// @param fullAt when the bucket would be full again, as the last turn left it
    /// @return the turn, and when the bucket will be full again after it
    Taken take(long fullAt, long now) {
        long interval = intervalMillis();
        long next = Math.max(fullAt, now) + interval;
        long earliest = next - interval * turns;
        if (earliest > now) {
            return new Taken(Turn.refused(this, earliest - now), fullAt);
        }
        int left = (int) ((now - earliest) / interval);
        return new Taken(Turn.granted(this, left, next - now), next);
    }

    record Taken(Turn turn, long fullAt) {}
}
