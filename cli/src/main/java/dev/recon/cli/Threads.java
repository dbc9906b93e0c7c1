package dev.recon.cli;

/// How many threads a command takes when nobody says.
final class Threads {
    /// More than that is a mistake.
    static final int MAX = 256;

    private Threads() {}

    /// Half of the processors: on most machines two of them are one core, which reading and joining
    /// keep busy alone (two threads of one core took a quarter more processor time than one, for a
    /// sixth less time), and the other half compiles and collects.
    static int usual() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
