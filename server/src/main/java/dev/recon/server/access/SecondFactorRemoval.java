package dev.recon.server.access;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// Takes the second factor off an account, for somebody who has lost it.
@Component
public record SecondFactorRemoval(
        AccountStore accounts, PasskeyStore passkeys, RecoveryCodes codes, SessionStore sessions) {
    /// From here on the password alone opens the account; its sessions end.
    public void remove(UUID accountId) {
        accounts.removeTotp(accountId);
        passkeys.removeAll(accountId);
        codes.remove(accountId);
        sessions.endAll(accountId, null, Session.Ending.REVOKED);
    }
}
