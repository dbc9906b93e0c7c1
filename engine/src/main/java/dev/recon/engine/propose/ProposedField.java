package dev.recon.engine.propose;

import java.util.Optional;
import java.util.OptionalDouble;

/// A field of the proposed rule set: where it comes from on each side, and why.
///
/// @param left the column of the left file, if any
/// @param right the column of the right file, if any
/// @param type what it is: `amount`, `currency`, `date`, `time` or `text`
/// @param agreement how many of the paired sample entries agree, 0 to 1, where it was measured
public record ProposedField(
        String field,
        Optional<String> left,
        Optional<String> right,
        String type,
        OptionalDouble agreement,
        String why) {
    /// The same field for another reason.
    ProposedField because(String reason) {
        return new ProposedField(field, left, right, type, agreement, reason);
    }
}
