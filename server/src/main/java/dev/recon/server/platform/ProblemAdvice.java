package dev.recon.server.platform;

import dev.recon.engine.read.InputProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/// The one place where what went wrong becomes an answer.
@RestControllerAdvice
record ProblemAdvice(ProblemWriter writer) {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(Problem.class)
    void problem(Problem problem, HttpServletResponse response) throws IOException {
        answer(problem, response);
    }

    /// Where nobody expected it: a file that was kept, and cannot be read any more.
    @ExceptionHandler(InputProblem.class)
    void unreadable(InputProblem wrong, HttpServletResponse response) throws IOException {
        answer(Problem.unreadable(wrong), response);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    void unreadable(HttpMessageNotReadableException failure, HttpServletResponse response)
            throws IOException {
        answer(ofBody(failure), response);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void mismatch(MethodArgumentTypeMismatchException failure, HttpServletResponse response)
            throws IOException {
        answer(
                Problem.badRequest(
                        failure.getName() + " is \"" + failure.getValue() + "\"; that is not one."),
                response);
    }

    /// Whoever asked is gone; there is nobody to answer.
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException failure) {
        LOG.debug("the client left", failure);
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class
    })
    void unavailable(Exception failure, HttpServletResponse response) throws IOException {
        LOG.warn("the database did not answer", failure);
        answer(
                Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "The database does not answer. Try again in a few seconds."),
                response);
    }

    @ExceptionHandler(Exception.class)
    void other(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof ErrorResponse known) {
            answer(ofStatus(known.getStatusCode(), request), response);
            return;
        }
        if (failure.getCause() instanceof Problem problem) { // of a record made from parameters
            answer(problem, response);
            return;
        }
        switch (Breakdown.of(failure)) {
            case DISK_FULL -> full(failure, response);
            case DATABASE_LOST -> unavailable(failure, response);
            case NUL_IN_TEXT ->
                    answer(Problem.badRequest("A text has a NUL character. Remove it."), response);
            case OTHER -> fault(failure, response);
        }
    }

    private void full(Exception failure, HttpServletResponse response) throws IOException {
        LOG.error("the disk is full", failure);
        answer(
                Problem.of(
                        ProblemKind.STORAGE_FULL,
                        "There is no space left on the server; nothing was kept. Ask who runs it"
                                + " for more, then send it again."),
                response);
    }

    private void fault(Exception failure, HttpServletResponse response) throws IOException {
        String traceId = ProblemWriter.traceId();
        LOG.error("request failed traceId={}", traceId, failure);
        Problem problem =
                Problem.of(
                        ProblemKind.INTERNAL,
                        "This is our fault, not yours. Tell us the trace id " + traceId + ".");
        writer.write(problem, response);
    }

    private void answer(Problem problem, HttpServletResponse response) throws IOException {
        problem.retryAfter()
                .ifPresent(wait ->
                        response.setHeader(
                                HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1)));
        if (problem.kind() == ProblemKind.NOT_SIGNED_IN) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        writer.write(problem, response);
    }

    private static Problem ofBody(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JacksonException fault) {
            if (fault.getCause() instanceof Problem problem) { // of the record made from it
                return problem;
            }
            BodyFault found = BodyFault.of(fault);
            return Problem.of(
                    ProblemKind.INVALID,
                    "The body is not valid: " + found.pointer() + " " + found.why() + ".",
                    List.of(ProblemError.at(found.pointer(), found.why())));
        }
        return Problem.badRequest("The body is missing or is no JSON.");
    }

    private static Problem ofStatus(HttpStatusCode status, HttpServletRequest request) {
        String what = request.getMethod() + " " + request.getRequestURI();
        return switch (status.value()) {
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "There is nothing at " + what + ".");
            case 405 -> Problem.of(ProblemKind.METHOD_NOT_ALLOWED, what + " is not offered.");
            case 406 -> Problem.of(ProblemKind.NOT_ACCEPTABLE, "Ask for application/json.");
            case 413 -> Problem.of(ProblemKind.UPLOAD_TOO_LARGE, "Send less at once.");
            case 415 ->
                    Problem.of(
                            ProblemKind.UNSUPPORTED_TYPE,
                            what + " does not take " + request.getContentType() + ".");
            default ->
                    Problem.badRequest(what + " lacks a parameter or has one that is not valid.");
        };
    }
}
