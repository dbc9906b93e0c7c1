package dev.recon.server.run;

import dev.recon.server.platform.Checks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that somebody wants.
///
/// @param ruleSet a version; null for the newest
public record NewRun(UUID leftFile, UUID rightFile, @Nullable Integer ruleSet) {
    public NewRun {
        Checks.present("#/leftFile", leftFile);
        Checks.present("#/rightFile", rightFile);
    }
}
