package dev.recon.server;

import ch.qos.logback.classic.Level;
import dev.recon.server.backup.Bucket;
import dev.recon.server.backup.Fetching;
import dev.recon.server.backup.LogShipping;
import dev.recon.server.backup.ShipFigures;
import dev.recon.server.backup.Shipping;
import dev.recon.server.settings.ShipSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Brings backups elsewhere and back: an entry point of its own, which needs no database.
///
/// Ends with 0 when it did what was asked, 1 when it failed, 2 when it was asked wrongly.
public final class Backup {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String USAGE =
            """
            Usage: backup ship | log | follow | list | verify [NAME] | fetch [NAME]
              ship    encrypt the dumps of BACKUP_FOLDER, send them to S3_BUCKET, read them back,
                      and remove those that need not be kept; prove the log that is there
              log     the same with copies of the cluster and the log archive
              follow  the same again and again, as the log is written; figures on METRICS_PORT
              list    what the bucket has
              verify  read one again: is it still what was sent?
              fetch   bring one to BACKUP_FOLDER, a copy of the cluster with all the log from there
                      on; needs BACKUP_IDENTITY
            NAME is such as backup-20261128 or newest, base-20261122-030000 or newest-base.
            """;

    private Backup() {}

    public static void main(String[] arguments) {
        var root = LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ((ch.qos.logback.classic.Logger) root).setLevel(Level.ERROR);
        System.exit(run(arguments, System.getenv(), System.out));
    }

    /// The same, with the exit code as its answer.
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        String asked = arguments.length == 0 ? "" : arguments[0];
        int most =
                switch (asked) {
                    case "ship", "log", "follow", "list" -> 1;
                    case "verify", "fetch" -> 2;
                    default -> 0;
                };
        if (most == 0 || arguments.length > most) {
            out.print(USAGE);
            return WRONG_USE;
        }
        String name = arguments.length == 2 ? arguments[1] : "newest";
        try {
            act(asked, name, ShipSettings.from(environment), out);
            return 0;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return WRONG_USE;
        } catch (AwsServiceException refused) {
            out.println("backup " + asked + " failed: " + sentence(refused));
            return FAILED;
        } catch (IOException | SdkException failure) {
            out.println("backup " + asked + " failed: " + failure.getMessage());
            return FAILED;
        }
    }

    private static void act(String asked, String name, ShipSettings settings, PrintStream out)
            throws IOException {
        switch (asked) {
            case "ship" -> new Shipping(settings, out).ship();
            case "log" -> {
                try (Bucket bucket = new Bucket(settings)) {
                    new LogShipping(settings, new ShipFigures(Clock.systemUTC()), out)
                            .catchUp(bucket);
                }
            }
            case "follow" -> follow(settings, out);
            case "list" -> new Fetching(settings, out).list();
            case "verify" -> new Fetching(settings, out).verify(name);
            default -> new Fetching(settings, out).fetch(name);
        }
    }

    /// Until the process is ended. What fails is tried again; that it fails, figures and alerts
    /// tell.
    private static void follow(ShipSettings settings, PrintStream out) throws IOException {
        ShipFigures figures = new ShipFigures(Clock.systemUTC());
        LogShipping log = new LogShipping(settings, figures, out);
        figures.serve(settings.metricsPort());
        try (Bucket bucket = new Bucket(settings)) {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    log.catchUp(bucket);
                } catch (AwsServiceException refused) {
                    out.println("not shipped: " + sentence(refused));
                    log.forget();
                } catch (IOException | SdkException failure) {
                    out.println("not shipped: " + failure.getMessage());
                    log.forget();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static String sentence(AwsServiceException refused) {
        var details = refused.awsErrorDetails();
        String code = details == null ? "" : " " + details.errorCode();
        return "the bucket answered "
                + refused.statusCode()
                + code
                + ". Look at S3_ENDPOINT, S3_REGION, S3_BUCKET, at the key and what it may do, and"
                + " at the space that is left.";
    }
}
