package dev.recon.cli;

import dev.recon.engine.rules.RuleFault;
import java.nio.file.Path;
import java.util.List;

/// Thrown for a file of rules or decisions that cannot be used; it has all that is wrong with it at
/// once.
final class FaultyFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path path;
    private final transient List<RuleFault> faults;

    FaultyFile(Path path, List<RuleFault> faults) {
        super(path + " has " + faults.size() + " faults");
        this.path = path;
        this.faults = List.copyOf(faults);
    }

    Path path() {
        return path;
    }

    List<RuleFault> faults() {
        return faults;
    }
}
