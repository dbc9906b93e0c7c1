package dev.recon.server.web;

import dev.recon.server.fleeting.Fleeting;
import dev.recon.server.fleeting.Rate;
import dev.recon.server.fleeting.Turn;
import dev.recon.server.platform.Hex;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.ProblemWriter;
import dev.recon.server.platform.Segment;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Limits how often one address, and one credential, may ask, by class of route. With Redis all
/// servers share one budget. Without a limit in the settings nothing is counted.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class RateFilter extends OncePerRequestFilter {
    /// Whoever may share an address with many has this many times the turns of one person.
    private static final int PEOPLE_BEHIND_AN_ADDRESS = 10;

    private static final int UPLOADS_PART = 10;
    private static final int SIGN_INS_PART = 20;
    private static final int WEB_VITALS_PART = 20;
    private static final int CREDENTIAL_DIGITS = 32;
    private static final Set<String> SIGN_IN =
            Set.of(
                    "/api/v1/setup",
                    "/api/v1/sign-in",
                    "/api/v1/sign-in/second-factor",
                    "/api/v1/sign-in/provider",
                    "/api/v1/sign-in/provider/return",
                    "/api/v1/sign-in/provider/link",
                    "/api/v1/session/refresh",
                    "/api/v1/password-resets",
                    "/api/v1/password-resets/use",
                    "/api/v1/invitations/look",
                    "/api/v1/invitations/accept");

    private final Fleeting fleeting;
    private final ProblemWriter problems;
    private final MeterRegistry meters;
    private final int perMinute;

    RateFilter(Fleeting fleeting, ProblemWriter problems, MeterRegistry meters, Settings settings) {
        this.fleeting = fleeting;
        this.problems = problems;
        this.meters = meters;
        this.perMinute = settings.http().requestsPerMinute();
        List.of("api", "address", "upload", "sign-in", "web-vitals")
                .forEach(policy -> counter(policy));
    }

    private record Bucket(String name, Rate rate) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return perMinute == 0 || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Bucket bucket : buckets(request)) {
            Turn turn = fleeting.take("turns:" + bucket.name, bucket.rate);
            show(turn, response);
            if (!turn.granted()) {
                counter(bucket.rate.policy()).increment();
                refuse(turn, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /// The narrowest comes last: its turns are shown.
    private List<Bucket> buckets(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String credential = request.getHeader("Authorization");
        String who = credential == null ? address : shortened(credential);
        List<Bucket> all = new ArrayList<>();
        Duration minute = Duration.ofMinutes(1);
        if (credential != null) {
            Rate rate = new Rate("address", perMinute * PEOPLE_BEHIND_AN_ADDRESS, minute);
            all.add(new Bucket("address:" + address, rate));
        }
        all.add(new Bucket("api:" + who, new Rate("api", perMinute, minute)));
        boolean posts = request.getMethod().equals("POST");
        if (posts && request.getRequestURI().equals("/api/v1/files")) {
            Rate rate = new Rate("upload", part(UPLOADS_PART), Duration.ofHours(1));
            all.add(new Bucket("upload:" + who, rate));
        }
        if (posts && request.getRequestURI().equals("/api/v1/web-vitals")) {
            all.add(
                    new Bucket(
                            "vitals:" + who,
                            new Rate("web-vitals", part(WEB_VITALS_PART), minute)));
        }
        if (posts && SIGN_IN.contains(request.getRequestURI())) {
            Rate rate = new Rate("sign-in", part(SIGN_INS_PART), minute);
            all.add(new Bucket("sign-in:" + address, rate));
        }
        return all;
    }

    private int part(int parts) {
        return Math.max(1, perMinute / parts);
    }

    private static String shortened(String credential) {
        byte[] hash = Segment.digest().digest(credential.getBytes(StandardCharsets.UTF_8));
        return Hex.of(hash).substring(0, CREDENTIAL_DIGITS);
    }

    private static void show(Turn turn, HttpServletResponse response) {
        response.setIntHeader("RateLimit-Limit", turn.limit());
        response.setIntHeader("RateLimit-Remaining", turn.left());
        response.setIntHeader("RateLimit-Reset", seconds(turn));
    }

    private void refuse(Turn turn, HttpServletResponse response) throws IOException {
        response.setIntHeader("Retry-After", seconds(turn));
        problems.write(
                Problem.of(
                        ProblemKind.TOO_MANY_REQUESTS,
                        "That is too often. Ask again in " + seconds(turn) + " s."),
                response);
    }

    private static int seconds(Turn turn) {
        return (int) Math.ceilDiv(turn.resetMillis(), 1000);
    }

    private Counter counter(String policy) {
        return Counter.builder("recon.rate.limited.requests")
                .description("Requests that were refused because they came too often")
                .tag("policy", policy)
                .register(meters);
    }
}
