package dev.recon.server.reconciliation;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Limits;
import java.util.UUID;

/// The question what a rule set makes of one field of a file.
record NewFieldPreview(UUID file, String side, String field, String rules) {
    private static final int FIELD_CHARS_MAX = 60;

    NewFieldPreview {
        Checks.present("#/file", file);
        side = Checks.text("#/side", side, FIELD_CHARS_MAX);
        field = Checks.text("#/field", field, FIELD_CHARS_MAX);
        rules = Checks.text("#/rules", rules, Limits.RULES_CHARS_MAX);
    }
}
