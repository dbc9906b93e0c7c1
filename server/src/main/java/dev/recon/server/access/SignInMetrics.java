package dev.recon.server.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/// Counts who came in, by what, and what did not open the door. Every counter is there from the
/// start, at nought.
@Component
final class SignInMetrics {
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

    void refused(String method) {
        counter(method, "failure").increment();
    }

    private Counter counter(String method, String outcome) {
        return Counter.builder("recon.auth.attempts")
                .description("Sessions that began, and what did not open the door")
                .tag("method", method)
                .tag("outcome", outcome)
                .register(meters);
    }
}
