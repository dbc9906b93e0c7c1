package dev.recon.server.reconciliation;

import dev.recon.server.platform.Person;
import java.time.Instant;
import java.util.UUID;

/// One version of a rule set; it never changes.
///
/// @param rules the YAML document
public record RuleSetVersion(
        UUID reconciliationId,
        int version,
        String rules,
        String sha256,
        Instant createdAt,
        Person createdBy) {}
