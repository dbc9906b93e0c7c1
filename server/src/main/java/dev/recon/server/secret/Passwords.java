package dev.recon.server.secret;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.Secrets.Use;
import dev.recon.server.settings.Settings;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords: bcrypt over the Base64 of HMAC-SHA-256(pepper, password). bcrypt alone reads
/// 72 bytes; like this every character counts, and a stolen table is worth nothing without the
/// pepper, which is not in the database.
///
/// A hash takes a quarter of a second of one processor, on purpose (`PASSWORD_COST` says how long).
/// So only as many are made at once as leave the processors to others, and who would wait too long
/// is asked to come back.
@Component
public final class Passwords {
    private static final String SCHEME = "{bcrypt-hmac-1}";
    private static final int COST_LENGTH = "$2a$12$".length();
    private static final int CHECKSUM_LENGTH = 31;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final SecretKey pepper;
    private final BCryptPasswordEncoder bcrypt;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /// The hash of no password: what it takes to refuse one is the same, and a server starts a
    /// quarter of a second sooner than if it made one.
    private final String nobody;

    Passwords(Secrets secrets, Settings settings) {
        this.pepper = secrets.lastingKey(Use.PASSWORD);
        int cost = settings.secrets().passwordCost();
        this.bcrypt = new BCryptPasswordEncoder(cost);
        this.nobody = BCrypt.gensalt(cost) + ".".repeat(CHECKSUM_LENGTH);
    }

    /// What is stored of a password.
    public String hash(String password) {
        return inTurn(() -> SCHEME + bcrypt.encode(peppered(password)));
    }

    /// Is it the password? Without a stored hash the answer is no, after the same time.
    public boolean matches(String password, Optional<String> stored) {
        String hash = stored.filter(one -> one.startsWith(SCHEME)).orElse(SCHEME + nobody);
        boolean same =
                inTurn(() -> bcrypt.matches(peppered(password), hash.substring(SCHEME.length())));
        return same && stored.isPresent();
    }

    /// Was it hashed as nobody would today? Then hash it again while the password is known.
    public boolean isOutdated(String stored) {
        return !stored.startsWith(SCHEME + nobody.substring(0, COST_LENGTH));
    }

    private String peppered(String password) {
        return Base64.getEncoder().encodeToString(Macs.sha256(pepper, password));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.later(
                        ProblemKind.UNAVAILABLE,
                        "Too many people sign in at once. Try again in a few seconds.",
                        WAIT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a password waited", stopped);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
