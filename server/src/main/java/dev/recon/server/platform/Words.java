package dev.recon.server.platform;

import dev.recon.engine.table.Side;
import java.util.List;

/// Words of a closed set in addresses and queries.
public final class Words {
    private Words() {}

    /// The side that a word names.
    public static Side side(String word) {
        return oneOf("side", word, List.of("left", "right")).equals("left")
                ? Side.LEFT
                : Side.RIGHT;
    }

    /// A text as a pattern for LIKE that finds it anywhere.
    public static String pattern(String text) {
        String literal =
                text.replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replace("\0", "");
        return "%" + literal + "%";
    }

    /// The word itself, if it is one of these.
    public static String oneOf(String name, String word, List<String> allowed) {
        if (!allowed.contains(word)) {
            throw Problem.badRequest(
                    name + " is \"" + word + "\"; give one of " + String.join(", ", allowed) + ".");
        }
        return word;
    }
}
