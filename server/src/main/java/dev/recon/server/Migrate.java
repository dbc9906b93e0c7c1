package dev.recon.server;

import ch.qos.logback.classic.Level;
import dev.recon.server.platform.OpenDatabase;
import dev.recon.server.platform.Schema;
import dev.recon.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.LoggerFactory;

/// Brings the schema of the database up to date, or says how it stands: an entry point of its own,
/// so that no server need be started for it.
///
/// Ends with 0 when it did what was asked or nothing was to do, 1 when it failed, 2 when it was
/// asked wrongly.
public final class Migrate {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final Duration WAIT_MAX = Duration.ofMinutes(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final String USAGE =
            """
            Usage: migrate up | status | validate | wait
              up        apply what is pending
              status    list every migration and its state
              validate  fail when an applied migration is not the one this release knows
              wait      return when nothing is pending (10 minutes at most)
            """;

    private static final String NO_WAY_BACK =
            """
            Migrations go forward only. An older release runs on the newer schema for as long as
            schema_compat allows it; otherwise restore a backup.
            """;

    private Migrate() {}

    public static void main(String[] arguments) {
        var root = LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ((ch.qos.logback.classic.Logger) root).setLevel(Level.WARN);
        System.exit(run(arguments, System.getenv(), System.out));
    }

    /// The same, with the exit code as its answer.
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        String asked = arguments.length == 1 ? arguments[0] : "";
        switch (asked) {
            case "up", "status", "validate", "wait" -> {
                return answer(asked, environment, out);
            }
            case "down" -> out.print(NO_WAY_BACK);
            default -> out.print(USAGE);
        }
        return WRONG_USE;
    }

    private static int answer(String asked, Map<String, String> environment, PrintStream out) {
        Settings settings;
        try {
            settings = Settings.from(environment);
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return WRONG_USE;
        }
        try (OpenDatabase database = OpenDatabase.open(settings)) {
            return act(asked, new Schema(database.ownerUrl()), out);
        } catch (FlywayException | IllegalStateException | IOException failure) {
            out.println("migrate " + asked + " failed: " + failure.getMessage());
            return FAILED;
        }
    }

    private static int act(String asked, Schema schema, PrintStream out) {
        switch (asked) {
            case "up" -> out.println("applied " + schema.up() + " migrations");
            case "status" ->
                    schema.steps()
                            .forEach(step ->
                                    out.printf(
                                            "%-4s %-40s %s%n",
                                            step.version(), step.description(), step.state()));
            case "validate" -> {
                schema.validate();
                out.println("the applied migrations are the ones of this release");
            }
            default -> {
                return awaitNothingPending(schema, out);
            }
        }
        return 0;
    }

    private static int awaitNothingPending(Schema schema, PrintStream out) {
        long until = System.nanoTime() + WAIT_MAX.toNanos();
        int pending = schema.pending();
        while (pending > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            pending = schema.pending();
        }
        out.println(pending == 0 ? "nothing is pending" : pending + " migrations are pending");
        return pending == 0 ? 0 : FAILED;
    }
}
