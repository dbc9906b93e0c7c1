package dev.recon.server.figure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One thing that must be well, and what is to be done where it is not.
///
/// @param state good, warning, bad, or unused where there is nothing to be well
/// @param detail what was found, in a sentence
record SystemCheck(String name, String state, String detail) {
    private static final String GOOD = "good";
    private static final String WARNING = "warning";
    private static final String BAD = "bad";
    private static final String UNUSED = "unused";

    private static final double DISK_LOW = 0.10;
    private static final double DISK_FULL = 0.03;
    private static final Duration QUEUE_SLOW = Duration.ofMinutes(10);
    private static final Duration DUMP_LATE = Duration.ofHours(26);
    private static final Duration DUMP_MISSING = Duration.ofHours(50);
    private static final Duration TEST_LATE = Duration.ofDays(8);

    /// @param redis up, down or unused
    static SystemCheck redis(String redis) {
        return switch (redis) {
            case "up" -> new SystemCheck("redis", GOOD, "It answers.");
            case "down" ->
                    new SystemCheck(
                            "redis",
                            WARNING,
                            "It does not answer: limits count for each server alone and pages read"
                                    + " more from the database. Nothing is lost; start it again.");
            default -> new SystemCheck("redis", UNUSED, "Not used; REDIS_URL names one.");
        };
    }

    /// @param workers servers that take runs and gave a sign of life lately
    /// @param gone threads of this server that are gone
    static SystemCheck workers(long workers, List<String> gone) {
        if (!gone.isEmpty()) {
            return new SystemCheck(
                    "workers",
                    BAD,
                    "Threads of this server are gone: "
                            + String.join(", ", gone)
                            + ". Restart it; its log says why.");
        }
        return workers > 0
                ? new SystemCheck("workers", GOOD, "Servers that take runs: " + workers + ".")
                : new SystemCheck(
                        "workers",
                        BAD,
                        "No server takes runs. Start one with ROLE=all or ROLE=worker.");
    }

    /// @param oldest how long the first run waits, of all workspaces
    static SystemCheck queue(Duration oldest) {
        return oldest.compareTo(QUEUE_SLOW) < 0
                ? new SystemCheck("queue", GOOD, "No run waits for long.")
                : new SystemCheck(
                        "queue",
                        WARNING,
                        "A run has waited for "
                                + oldest.toMinutes()
                                + " minutes. Start one more server that takes runs.");
    }

    static SystemCheck disk(long free, long total) {
        double share = total == 0 ? 0 : (double) free / total;
        String found = "Free: " + Math.round(share * 100) + " %.";
        if (share >= DISK_LOW) {
            return new SystemCheck("disk", GOOD, found);
        }
        return new SystemCheck(
                "disk",
                share < DISK_FULL ? BAD : WARNING,
                found + " Free some below RECON_HOME, or make its volume larger.");
    }

    /// @param age of the newest dump
    static SystemCheck backup(Optional<Duration> age) {
        if (age.isEmpty()) {
            return new SystemCheck("backup", UNUSED, "No backup of this database is known to it.");
        }
        Duration since = age.get();
        String found = "The newest is " + since.toHours() + " hours old.";
        if (since.compareTo(DUMP_LATE) < 0) {
            return new SystemCheck("backup", GOOD, found);
        }
        return new SystemCheck(
                "backup",
                since.compareTo(DUMP_MISSING) < 0 ? WARNING : BAD,
                found + " Look at the last backup's job.");
    }

    /// @param age of the newest backup that was restored and compared
    static SystemCheck restore(Optional<Duration> age) {
        if (age.isEmpty()) {
            return new SystemCheck("restore", UNUSED, "No backup was tried yet.");
        }
        Duration since = age.get();
        String found = "One was restored and compared " + since.toDays() + " days ago.";
        return since.compareTo(TEST_LATE) < 0
                ? new SystemCheck("restore", GOOD, found)
                : new SystemCheck("restore", WARNING, found + " Look at the job that tries them.");
    }

    /// @param holds what the last verification of the workspace's chain said
    static SystemCheck history(Optional<Boolean> holds) {
        if (holds.isEmpty()) {
            return new SystemCheck("history", UNUSED, "Not verified yet; each night it is.");
        }
        return holds.get()
                ? new SystemCheck("history", GOOD, "The chain held when it was last verified.")
                : new SystemCheck(
                        "history",
                        BAD,
                        "The chain is broken. The audit page says where; keep what you have.");
    }
}
