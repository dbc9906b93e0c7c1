package dev.recon.server.platform;

/// One kind for each cause; its type is part of the contract.
public enum ProblemKind {
    BAD_REQUEST(400, "bad-request", "The request is not understood"),
    NOT_SIGNED_IN(401, "not-signed-in", "Nobody is signed in"),
    SIGN_IN_REFUSED(401, "sign-in-refused", "This does not open the door"),
    FORBIDDEN(403, "forbidden", "You may not do this"),
    SECOND_FACTOR_DUE(403, "second-factor-due", "A second factor is due"),
    SIGN_IN_AGAIN(403, "sign-in-again", "Sign in once more"),
    OTHER_PERSON(403, "other-person", "Somebody else must do this"),
    FORBIDDEN_ORIGIN(403, "forbidden-origin", "Another site may not do this"),
    NOT_FOUND(404, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not do that"),
    NOT_ACCEPTABLE(406, "not-acceptable", "This form cannot be given"),
    CONFLICT(409, "conflict", "Somebody was faster"),
    SET_UP_ALREADY(409, "set-up-already", "There is an administrator"),
    LAST_ADMIN(409, "last-admin", "Somebody must be admin"),
    LAST_FACTOR(409, "last-factor", "An admin needs a second factor"),
    TAKEN(409, "taken", "It is there already"),
    SAME_KEY_RUNNING(409, "same-key-running", "The same request is still running"),
    RUN_ENDED(409, "run-ended", "The run has ended"),
    RUN_NOT_DONE(409, "run-not-done", "The run has no result"),
    RUN_SUPERSEDED(409, "run-superseded", "A newer run has the decisions"),
    EDIT_CONFLICT(412, "edit-conflict", "It was changed since you read it"),
    UPLOAD_TOO_LARGE(413, "upload-too-large", "The file is too large"),
    OVER_QUOTA(413, "over-quota", "The workspace has no room for it"),
    UNSUPPORTED_TYPE(415, "unsupported-type", "This content type is not taken"),
    INVALID(422, "invalid", "The request is not valid"),
    RULE_SET_INVALID(422, "rule-set-invalid", "The rule set is not valid"),
    FILE_UNREADABLE(422, "file-unreadable", "The file cannot be read"),
    NOTHING_IN_COMMON(422, "nothing-in-common", "The two files have nothing in common"),
    FILE_HELD(422, "file-held", "The file is held at the door"),
    UPLOAD_FIRST(422, "upload-first", "This file is read once it is uploaded"),
    LINK_INVALID(422, "link-invalid", "The link does not work"),
    PASSWORD_REFUSED(422, "password-refused", "This password is not safe"),
    KEY_REUSED(422, "key-reused", "The idempotency key was used for another request"),
    TOO_LONG(422, "too-long", "It takes too long"),
    EDIT_UNGUARDED(428, "edit-unguarded", "If-Match is missing"),
    TOO_MANY_ATTEMPTS(429, "too-many-attempts", "Wait a little"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    INTERNAL(500, "internal", "Something went wrong here"),
    UNAVAILABLE(503, "unavailable", "Not available at the moment"),
    STORAGE_FULL(507, "storage-full", "There is no space left");

    private final int status;
    private final String word;
    private final String title;

    ProblemKind(int status, String word, String title) {
        this.status = status;
        this.word = word;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String type() {
        return "/problems/" + word;
    }

    public String title() {
        return title;
    }
}
