package dev.recon.engine;

/// How many random cases a law is tried on: as many as find what breaks, in the time of a build.
/// `RECON_SEEDS=10` tries ten times as many (`make laws`).
public final class Seeds {
    private static final int TIMES =
            Integer.parseInt(System.getenv().getOrDefault("RECON_SEEDS", "1"));

    private Seeds() {}

    public static int share(int usual) {
        return Math.multiplyExact(usual, TIMES);
    }
}
