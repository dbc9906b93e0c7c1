package dev.recon.server.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that somebody wants.
///
/// @param leftFile null where only carried lines are read on the left
/// @param rightFile null where only carried lines are read on the right
/// @param ruleSet a version; null for the newest
/// @param follows the run whose unsettled entries it carries on; null for none
public record NewRun(
        @Nullable UUID leftFile,
        @Nullable UUID rightFile,
        @Nullable Integer ruleSet,
        @Nullable UUID follows) {}
