package dev.recon.engine.transform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What certain texts stand for: account numbers and their names, say.
///
/// @param values by text, without blanks at its ends
public record LookUpTable(String name, SequencedMap<String, String> values) {
    public LookUpTable {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
}
