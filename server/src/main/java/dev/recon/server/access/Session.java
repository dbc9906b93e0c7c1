package dev.recon.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// One signed-in browser: a family of refresh tokens, in one workspace at a time.
///
/// @param current it is the one that asks
record Session(
        UUID id,
        String device,
        String address,
        String method,
        Instant createdAt,
        Instant usedAt,
        Instant endsAt,
        boolean current) {
    /// How long one lives, however much it is used.
    static final Duration LIFETIME = Duration.ofHours(24);

    /// How long one lives unused.
    static final Duration IDLE = Duration.ofHours(8);

    /// How long after it began it stands for a password that its account does not have.
    static final Duration YOUNG = Duration.ofMinutes(10);

    /// How long a second tab may come with the token that the first has just used.
    static final Duration GRACE = Duration.ofSeconds(10);

    /// By what somebody proved who they are.
    static final String BY_PASSWORD = "password";

    static final String BY_TOTP = "totp";
    static final String BY_PASSKEY = "passkey";
    static final String BY_PROVIDER = "oidc";
    static final String BY_RECOVERY_CODE = "recovery-code";

    /// Why one ended early.
    enum Ending {
        SIGNED_OUT("signed-out"),
        SIGNED_OUT_EVERYWHERE("signed-out-everywhere"),
        REVOKED("revoked"),
        REUSED_TOKEN("reused-token"),
        PASSWORD_CHANGED("password-changed"),
        AT_PROVIDER("signed-out-at-provider");

        private final String word;

        Ending(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
