package dev.recon.engine.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One entry as its file has it: a view made when somebody looks.
///
/// @param line the number of the data record, from 1
/// @param raw the bytes of the line as text, without its line break
/// @param cells the cells by column, as written
public record Entry(int line, String raw, SequencedMap<String, String> cells) {
    public Entry {
        cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
    }
}
