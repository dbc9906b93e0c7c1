package dev.recon.server.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What may be asked of the platform: a verb and a resource. Which role has it is data.
public enum Permission {
    READ_WORK(
            "read:work",
            "see sources, files, reconciliations, runs, breaks, matches and decisions"),
    UPLOAD_FILES("upload:files", "upload files"),
    WRITE_SOURCES("write:sources", "add sources"),
    WRITE_RECONCILIATIONS("write:reconciliations", "add and rename reconciliations"),
    WRITE_MEMBERS("write:members", "say who may see a reconciliation"),
    PUBLISH_RULES("publish:rules", "add versions of a rule set"),
    RUN_RECONCILIATIONS("run:reconciliations", "run, cancel and measure"),
    DECIDE_BREAKS("decide:breaks", "match, unmatch, accept and reject"),
    COMMENT_BREAKS("comment:breaks", "write about breaks"),
    APPROVE_DECISIONS("approve:decisions", "approve what somebody else proposes"),
    REQUIRE_APPROVALS("require:approvals", "say which decisions another person approves"),
    READ_AUDIT("read:audit", "see and export the history, verify its chain"),
    READ_PEOPLE("read:people", "see who is in the workspace and in which roles"),
    WRITE_PEOPLE("write:people", "invite and disable people, give and take roles"),
    WRITE_ROLES("write:roles", "say what a role may do"),
    WRITE_KEYS("write:keys", "make and revoke API keys"),
    READ_SYSTEM("read:system", "see how the server is doing"),
    WRITE_WORKSPACES("write:workspaces", "add workspaces");

    private static final Map<String, Permission> BY_WORD =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Permission::word, Function.identity()));

    private final String word;
    private final String about;

    Permission(String word, String about) {
        this.word = word;
        this.about = about;
    }

    /// Its name in the database and in the contract, such as `decide:breaks`.
    public String word() {
        return word;
    }

    /// What it is about, to be read after "you may".
    public String about() {
        return about;
    }

    /// The permission of this name.
    public static Optional<Permission> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
