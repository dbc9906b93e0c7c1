package dev.recon.engine.propose;

import dev.recon.engine.transform.Extraction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What numbers of one making look like, to be found in texts: `MV-20117` is `MV`, perhaps a mark,
/// and five digits. Marks between the parts may be others in a text, or lack.
final class NumberPattern {
    private static final int PARTS_MAX = 6;
    private static final int LENGTH_MIN = 4;

    private NumberPattern() {}

    /// What the values at one place have in common.
    private static final class Part {
        private String begin = "";
        private boolean isDigits = true;
        private int min = Integer.MAX_VALUE;
        private int max;

        void add(String run) {
            begin = max == 0 ? letters(run) : common(begin, run);
            min = Math.min(min, run.length());
            max = Math.max(max, run.length());
        }

        /// Once the beginning that all have is known.
        void addRest(String run) {
            isDigits &= run.substring(begin.length()).chars().allMatch(Character::isDigit);
        }

        private static String letters(String run) {
            int end = 0;
            while (end < run.length() && !Character.isDigit(run.charAt(end))) {
                end++;
            }
            return run.substring(0, end);
        }

        private static String common(String one, String other) {
            int end = 0;
            while (end < Math.min(one.length(), other.length())
                    && one.charAt(end) == other.charAt(end)) {
                end++;
            }
            return one.substring(0, end);
        }

        String regex() {
            int from = min - begin.length();
            int to = max - begin.length();
            String each = isDigits ? "[0-9]" : "[0-9a-z]";
            String count = from == to ? "{" + to + "}" : "{" + from + "," + to + "}";
            return begin + (to == 0 ? "" : each + count);
        }
    }

    /// The pattern of some values, where they are made alike of letters and digits, and long enough
    /// to be told from other numbers.
    static Optional<Extraction> of(Collection<String> values) {
        List<List<String>> all = values.stream().map(NumberPattern::runs).toList();
        int count = all.isEmpty() ? 0 : all.getFirst().size();
        boolean alike =
                all.stream().allMatch(runs -> runs.size() == count)
                        && values.stream().allMatch(NumberPattern::isLong);
        if (count == 0 || count > PARTS_MAX || !alike) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Part part = new Part();
            for (List<String> runs : all) {
                part.add(runs.get(at));
            }
            for (List<String> runs : all) {
                part.addRest(runs.get(at));
            }
            parts.add(part.regex());
        }
        return Optional.of(Extraction.of("(?i)\\b(" + String.join("[^0-9a-z]?", parts) + ")\\b"));
    }

    private static boolean isLong(String value) {
        return value.chars().filter(Character::isLetterOrDigit).count() >= LENGTH_MIN
                && value.chars().anyMatch(Character::isDigit);
    }

    /// The runs of Latin letters and digits of a value, none where it has other letters.
    private static List<String> runs(String value) {
        String plain = value.toLowerCase(Locale.ROOT);
        boolean latin = plain.chars().noneMatch(each -> each > 'z' && Character.isLetter(each));
        return latin
                ? Stream.of(plain.split("[^0-9a-z]+")).filter(run -> !run.isEmpty()).toList()
                : List.of();
    }
}
