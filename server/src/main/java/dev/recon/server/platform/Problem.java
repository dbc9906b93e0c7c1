package dev.recon.server.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the caller can mend: thrown where it is found, answered once, as RFC 9457.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;
    private final transient List<ProblemError> errors;
    private final transient @Nullable Conflict conflict;

    private Problem(
            ProblemKind kind,
            String detail,
            List<ProblemError> errors,
            @Nullable Conflict conflict) {
        super(detail, null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.conflict = conflict;
    }

    /// A problem with what to do in `detail`.
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, List.of(), null);
    }

    /// A problem with places in the body.
    public static Problem of(ProblemKind kind, String detail, List<ProblemError> errors) {
        return new Problem(kind, detail, errors, null);
    }

    /// Somebody was faster.
    public static Problem conflict(Conflict conflict) {
        return new Problem(
                ProblemKind.CONFLICT, conflict.text() + ". Look again.", List.of(), conflict);
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

    public @Nullable Conflict conflict() {
        return conflict;
    }
}
