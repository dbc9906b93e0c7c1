package dev.recon.server.access;

import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.platform.Scope;
import dev.recon.server.secret.PasswordRules;
import dev.recon.server.secret.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets people who forgot their password choose another one, by a link that works once.
@Service
public record PasswordResetService(
        AccountStore accounts,
        LinkStore links,
        SessionStore sessions,
        SignInGuard guard,
        PasswordRules rules,
        Passwords passwords,
        Mail mail,
        AccountHistory history,
        TransactionTemplate transaction) {
    private static final Duration LIFETIME = Duration.ofHours(1);

    /// Sends a link to an address that has an account; says only whether mail can be sent at all.
    boolean request(String given, Client client) {
        String email = Account.normal(given);
        guard.begin("reset " + email, client);
        if (mail.isThere()) {
            Thread.ofVirtual().name("mail").start(() -> Scope.runAtDoor(() -> sendTo(email)));
        }
        return mail.isThere();
    }

    private void sendTo(String email) {
        accounts.findByEmail(email).ifPresent(account -> mail.send(letter(account, null)));
    }

    /// A link for an account, made by an admin: sent, or else given to be handed over.
    public record Made(boolean mailed, Optional<String> link) {}

    /// Makes a link for somebody else's account.
    public Made make(Actor actor, UUID accountId, boolean mayHandOver) {
        Mail.Letter letter = letter(accounts.get(accountId), actor);
        if (mail.send(letter)) {
            return new Made(true, Optional.empty());
        }
        if (!mayHandOver) {
            throw Problem.of(
                    ProblemKind.FORBIDDEN,
                    "This account is in other workspaces, too: the link goes by mail only, and mail"
                            + " is not set up or does not work.");
        }
        return new Made(false, Optional.of(letter.path()));
    }

    private Mail.Letter letter(Account account, @Nullable Actor by) {
        String token =
                links.add(
                        new LinkStore.New(
                                LinkStore.RESET,
                                by == null ? null : by.workspaceId(),
                                account.id(),
                                by == null ? null : by.person().id(),
                                LIFETIME));
        return new Mail.Letter(
                account.email(),
                "A new password for Recon",
                "Somebody, perhaps you, asked for a new password. Within the hour this link lets"
                        + " you choose one; if you did not ask, do nothing.",
                "/reset#" + token);
    }

    /// Changes the password of the link's account and ends all its sessions.
    void use(String token, String password) {
        UUID accountId = links.findReset(token).orElseThrow(PasswordResetService::invalid);
        Account account = accounts.get(accountId);
        rules.require("#/password", password, List.of(account.name(), account.email()));
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(_ -> {
            if (!links.take(LinkStore.RESET, token) || !accounts.setPassword(account, hash)) {
                throw invalid();
            }
            sessions.endAll(accountId, null, Session.Ending.PASSWORD_CHANGED);
            links.revokeAll(LinkStore.RESET, accountId);
            history.tell(accountId, "password-reset", Map.of());
        });
    }

    private static Problem invalid() {
        return Problem.of(
                ProblemKind.LINK_INVALID,
                "The link is too old, or was used. Ask for a new one where you sign in.");
    }
}
