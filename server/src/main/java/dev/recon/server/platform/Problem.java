package dev.recon.server.platform;

import dev.recon.engine.read.InputProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the caller can mend: thrown where it is found, answered once, as RFC 9457.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient List<ProblemError> errors;
    private final transient @Nullable Conflict conflict;
    private final transient Optional<Duration> retryAfter;

    private Problem(ProblemKind kind, String detail, More more) {
        super(detail, null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(more.errors);
        this.conflict = more.conflict;
        this.retryAfter = more.retryAfter;
    }

    private record More(
            List<ProblemError> errors, @Nullable Conflict conflict, Optional<Duration> retryAfter) {
        static final More NOTHING = new More(List.of(), null, Optional.empty());
    }

    /// A problem with what to do in `detail`.
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, More.NOTHING);
    }

    /// A problem with places in the body.
    public static Problem of(ProblemKind kind, String detail, List<ProblemError> errors) {
        return new Problem(kind, detail, new More(errors, null, Optional.empty()));
    }

    /// Somebody was faster.
    public static Problem conflict(Conflict conflict) {
        return new Problem(
                ProblemKind.CONFLICT,
                conflict.text() + ". Look again.",
                new More(List.of(), conflict, Optional.empty()));
    }

    /// Not now; after this time it may be asked again.
    public static Problem later(ProblemKind kind, String detail, Duration retryAfter) {
        return new Problem(kind, detail, new More(List.of(), null, Optional.of(retryAfter)));
    }

    public static Problem badRequest(String detail) {
        return of(ProblemKind.BAD_REQUEST, detail);
    }

    /// A field of the body is wrong.
    public static Problem invalid(String pointer, String detail) {
        return of(
                ProblemKind.INVALID,
                "The request is not valid: " + pointer + " " + detail + ".",
                List.of(ProblemError.at(pointer, detail)));
    }

    /// A file that cannot be read.
    public static Problem unreadable(InputProblem wrong) {
        var problem = wrong.problem();
        return of(
                ProblemKind.FILE_UNREADABLE,
                problem.sentence(),
                List.of(
                        ProblemError.at(
                                problem.where(),
                                "found " + problem.found() + "; expected " + problem.expected())));
    }

    /// There is no such thing in this workspace.
    public static Problem notFound(String what) {
        return of(ProblemKind.NOT_FOUND, "There is no such " + what + ". Check the address.");
    }

    public ProblemKind kind() {
        return kind;
    }

    public String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }

    public List<ProblemError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    public @Nullable Conflict conflict() {
        return conflict;
    }
}
