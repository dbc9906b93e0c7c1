package dev.recon.engine.propose;

import dev.recon.engine.table.Side;
import java.util.List;
import java.util.Optional;

/// What the data alone cannot decide, with what speaks for each answer.
///
/// @param id names the question in answers; the same for the same files
/// @param side the side it is about, if one
/// @param column the column it is about
/// @param chosen the value of the option that holds until somebody answers
public record Question(
        String id,
        Optional<Side> side,
        String column,
        String text,
        List<Option> options,
        String chosen) {
    public Question {
        options = List.copyOf(options);
    }

    /// One possible answer.
    ///
    /// @param value what an answer says
    /// @param label what a person reads
    /// @param proof what in the data speaks for it
    public record Option(String value, String label, String proof) {}
}
