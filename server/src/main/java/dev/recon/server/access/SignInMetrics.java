package dev.recon.server.access;

import dev.recon.server.trace.Dataset;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts who came in, by what, and what did not open the door; of that the log says from where,
/// and for which account. Every counter is there from the start, at nought.
@Component
final class SignInMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(SignInMetrics.class);

    private static final List<String> METHODS =
            List.of(
                    Session.BY_PASSWORD,
                    Session.BY_TOTP,
                    Session.BY_RECOVERY_CODE,
                    Session.BY_PASSKEY,
                    Session.BY_PROVIDER);

    private final MeterRegistry meters;

    SignInMetrics(MeterRegistry meters) {
        this.meters = meters;
        METHODS.forEach(method -> counter(method, "success").increment(0));
        List.of(Session.BY_PASSWORD, Session.BY_TOTP, Session.BY_PASSKEY)
                .forEach(method -> counter(method, "failure").increment(0));
    }

    void cameIn(String method) {
        counter(method, "success").increment();
    }

    /// @param account whose door it was, where that is known
    void refused(String method, Optional<UUID> account, Client client) {
        counter(method, "failure").increment();
        Dataset.SECURITY
                .line(LOG, "sign-in")
                .addKeyValue("event.outcome", "failure")
                .addKeyValue("source.ip", client.address())
                .addKeyValue("user.id", account.map(UUID::toString).orElse("unknown"))
                .log("sign-in refused method={}", method);
    }

    private Counter counter(String method, String outcome) {
        return Counter.builder("recon.auth.attempts")
                .description("Sessions that began, and what did not open the door")
                .tag("method", method)
                .tag("outcome", outcome)
                .register(meters);
    }
}
