package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.DeviceMarks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Slows down who guesses, and never locks anybody out for good.
///
/// Attempts are counted by account and address together (5 in 15 minutes), by account (20) and by
/// address (50); beyond that each further one has to wait, twice as long as the one before, at most
/// 15 minutes, or 1 minute where only the account is to blame: that is what strangers can do to an
/// owner who comes with a new browser. A browser that signed in to the account before has a count
/// of its own, which strangers cannot raise. An attempt is counted before the password is looked
/// at, so that a hundred at once are a hundred; a right one is taken off again.
@Component
public record SignInGuard(AttemptStore attempts, DeviceMarks marks) {
    private static final AttemptStore.Bound PAIR =
            new AttemptStore.Bound("pair", 5, Duration.ofMinutes(15));
    private static final AttemptStore.Bound ACCOUNT =
            new AttemptStore.Bound("account", 20, Duration.ofMinutes(1));
    private static final AttemptStore.Bound ADDRESS =
            new AttemptStore.Bound("address", 50, Duration.ofMinutes(15));
    private static final AttemptStore.Bound DEVICE =
            new AttemptStore.Bound("device", 5, Duration.ofMinutes(15));

    /// An attempt that was let through.
    public record Attempt(List<AttemptStore.Bucket> counted) {}

    /// Counts an attempt on an account, whether there is one or not.
    ///
    /// @throws Problem when it has to wait
    public Attempt begin(String email, Client client) {
        Optional<String> known =
                client.mark().flatMap(mark -> marks.find(email, mark, Instant.now()));
        List<AttemptStore.Bucket> buckets =
                known.isPresent()
                        ? List.of(new AttemptStore.Bucket(DEVICE, known.get()))
                        : List.of(
                                new AttemptStore.Bucket(PAIR, email + "\n" + client.address()),
                                new AttemptStore.Bucket(ADDRESS, client.address()),
                                new AttemptStore.Bucket(ACCOUNT, email));
        for (AttemptStore.Bucket bucket : buckets) {
            attempts.take(bucket).ifPresent(SignInGuard::wait);
        }
        return new Attempt(buckets);
    }

    /// The attempt was right.
    public void passed(Attempt attempt) {
        attempt.counted.forEach(attempts::giveBack);
    }

    private static void wait(Duration wait) {
        throw Problem.later(
                ProblemKind.TOO_MANY_ATTEMPTS,
                "Too many attempts. Try again in " + words(wait) + ".",
                wait);
    }

    private static String words(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds < 90 ? seconds + " seconds" : (seconds / 60 + 1) + " minutes";
    }
}
