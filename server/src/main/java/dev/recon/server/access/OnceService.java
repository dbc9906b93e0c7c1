package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Segment;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Makes a POST act once, however often it is sent with the same `Idempotency-Key`.
///
/// The key, the change and the answer are written in one database transaction: after a crash either
/// all three are there or none.
@Service
public record OnceService(OnceStore store, TransactionTemplate transaction, JsonMapper json) {
    /// What makes a request the same as another one.
    ///
    /// @param key the header; without it the request is never the same
    /// @param path method, address and query
    /// @param said what else it says: its body
    public record Request(Optional<String> key, String path, Object said) {
        /// A request as it came in.
        public static Request of(HttpServletRequest http, Object said) {
            String query = Objects.requireNonNullElse(http.getQueryString(), "");
            return new Request(
                    Optional.ofNullable(http.getHeader("Idempotency-Key")),
                    http.getMethod() + " " + http.getRequestURI() + "?" + query,
                    said);
        }
    }

    /// Does what the request wants, or answers what the same request was answered before.
    ///
    /// A refusal is not kept: it changed nothing, and the same request may succeed later.
    public ResponseEntity<byte[]> answer(
            Actor actor, Request request, Supplier<ResponseEntity<?>> act) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    if (request.key.isEmpty()) {
                        return toAnswer(act.get()).toResponse();
                    }
                    return once(actor, request.key.get(), request, act);
                }));
    }

    private ResponseEntity<byte[]> once(
            Actor actor, String key, Request request, Supplier<ResponseEntity<?>> act) {
        byte[] fingerprint = fingerprint(request);
        if (taken(actor, key, fingerprint)) {
            Answer made = toAnswer(act.get());
            store.keep(actor, key, made);
            return made.toResponse();
        }
        OnceStore.Kept kept = store.get(actor, key);
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            throw Problem.of(
                    ProblemKind.KEY_REUSED,
                    "This Idempotency-Key came with another request before. Take a new key.");
        }
        return kept.answer().toResponse();
    }

    private boolean taken(Actor actor, String key, byte[] fingerprint) {
        try {
            return store.take(actor, key, fingerprint);
        } catch (CannotAcquireLockException _) {
            throw Problem.of(
                    ProblemKind.SAME_KEY_RUNNING,
                    "A request with this Idempotency-Key is still running. Try again shortly.");
        }
    }

    private Answer toAnswer(ResponseEntity<?> response) {
        byte[] body = json.writeValueAsBytes(Objects.requireNonNull(response.getBody()));
        return new Answer(
                response.getStatusCode().value(),
                response.getHeaders().getFirst("Location"),
                response.getHeaders().getFirst("ETag"),
                body);
    }

    private byte[] fingerprint(Request request) {
        MessageDigest digest = Segment.digest();
        digest.update(request.path.getBytes(StandardCharsets.UTF_8));
        return digest.digest(json.writeValueAsBytes(request.said));
    }
}
