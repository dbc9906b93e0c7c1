package dev.recon.server.access;

import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.settings.Settings;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Keeps admins from taking off the last second factor that they need. What takes one off asks
/// afterwards, in the same database transaction, in which it holds the account.
@Component
record LastFactor(AccountStore accounts, RecoveryCodes codes, Settings settings) {
    /// Waits for whoever else changes how this account signs in.
    Account lock(UUID accountId) {
        accounts.lock(accountId);
        return accounts.get(accountId);
    }

    /// A factor was taken off: with the last one the recovery codes go, unless it must not go.
    void takenOff(UUID accountId) {
        if (accounts.get(accountId).hasSecondFactor()) {
            return;
        }
        if (settings.signOn().adminSecondFactor() && accounts.isAdmin(accountId)) {
            throw Problem.of(
                    ProblemKind.LAST_FACTOR,
                    "An admin needs a second factor here. Add another one first.");
        }
        codes.remove(accountId);
    }
}
