package dev.recon.bench;

import java.util.List;

/// Chance that repeats: the same seed gives the same throws on every machine and Java version
/// (SplitMix64, Steele, Lea, Flood 2014).
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    private long next() {
        state += GOLDEN;
        long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /// A number from 0 to before `bound`.
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /// A number from `from` to `to`, both included.
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /// Does it happen, as once in so many times?
    public boolean once(int in) {
        return below(in) == 0;
    }

    /// One of several, each as likely.
    public <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }
}
