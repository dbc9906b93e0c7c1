package dev.recon.server.comparison;

import dev.recon.engine.compare.ChangeKind;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which lines of a comparison are wanted, as a request says it.
///
/// @param text in reference or party, whatever the case
record LineFilter(
        @Nullable String change,
        @Nullable String side,
        @Nullable String currency,
        @Nullable String text) {
    private static final int TEXT_CHARS_MAX = 200;
    private static final List<String> CHANGES =
            Arrays.stream(ChangeKind.values())
                    .filter(kind -> kind != ChangeKind.UNCHANGED)
                    .map(ChangeKind::word)
                    .toList();

    /// The filter, if all its words are known.
    LineFilter checked() {
        if (change != null) {
            Words.oneOf("change", change, CHANGES);
        }
        if (side != null) {
            Words.side(side);
        }
        if (text != null && text.length() > TEXT_CHARS_MAX) {
            throw Problem.badRequest("text may have at most " + TEXT_CHARS_MAX + " characters.");
        }
        return this;
    }

    /// The text as a pattern for LIKE; everything when there is none.
    String pattern() {
        return text == null || text.isBlank()
                ? "%"
                : Words.pattern(text.strip().toLowerCase(Locale.ROOT));
    }
}
