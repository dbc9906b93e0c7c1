package dev.recon.tidy;

/// One number about one place in the sources.
///
/// @param file the source, from the root of the repository
/// @param rule what is counted
/// @param place the function or the type, `line 12`, or empty for the whole file
/// @param count how many
record Measure(String file, Rule rule, String place, int count) {
    /// What is counted, and how much of it a reader bears.
    enum Rule {
        FILE_LINES(300),
        FUNCTION_LINES(40),
        PARAMETERS(4),
        LINE_LENGTH(100),
        /// Type names that say nothing (Manager, Helper, …), and notes of unfinished work.
        EMPTY_WORDS(0);

        private final int max;

        Rule(int max) {
            this.max = max;
        }

        int max() {
            return max;
        }
    }

    boolean isTooMuch() {
        return count > rule.max();
    }

    @Override
    public String toString() {
        return "%s %s: %s is %d, at most %d".formatted(file, place, rule, count, rule.max());
    }
}
