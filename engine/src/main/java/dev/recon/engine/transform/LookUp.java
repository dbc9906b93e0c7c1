package dev.recon.engine.transform;

import java.util.Optional;

/// A look into a table. An empty text stays empty, unless the table has one for it.
public record LookUp(LookUpTable table, Missing missing) {
    private static final int SHOWN_MAX = 60;

    /// What happens to a text that the table does not have.
    public enum Missing {
        /// The line is rejected.
        REJECT("reject"),
        /// The text stays.
        KEEP("keep"),
        /// The field is empty.
        EMPTY("empty");

        private final String word;

        Missing(String word) {
            this.word = word;
        }

        /// The word used in rule sets.
        public String word() {
            return word;
        }
    }

    /// What a text stands for; nothing when the line is to be rejected.
    Optional<String> find(String text) {
        String value = table.values().get(text);
        if (value != null || text.isEmpty()) {
            return Optional.of(value == null ? "" : value);
        }
        return switch (missing) {
            case REJECT -> Optional.empty();
            case KEEP -> Optional.of(text);
            case EMPTY -> Optional.of("");
        };
    }

    String expected() {
        return "one of the "
                + table.values().size()
                + " texts of the look-up table "
                + table.name()
                + "; add it there, or say missing: keep";
    }

    static String shown(String text) {
        boolean fits = text.length() <= SHOWN_MAX;
        return "'" + (fits ? text : text.substring(0, SHOWN_MAX) + "…") + "'";
    }
}
