package dev.recon.cli;

/// What the process ends with; scripts rely on it.
final class ExitCode {
    /// Everything is reconciled, or the command simply worked.
    static final int RECONCILED = 0;

    /// There are breaks.
    static final int BREAKS = 1;

    /// The input, the rules or the command line are wrong.
    static final int WRONG_INPUT = 2;

    /// A fault of Recon itself (`EX_SOFTWARE` of sysexits.h).
    static final int FAULT = 70;

    private ExitCode() {}
}
