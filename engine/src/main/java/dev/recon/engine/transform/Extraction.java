package dev.recon.engine.transform;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/// A pattern that finds a part of a text, in time linear in the text (RE2).
///
/// With one group its part is taken, without one the whole match; a text without a match gives an
/// empty one. The first match from the left counts.
public record Extraction(Pattern pattern) {
    /// Characters of a pattern.
    public static final int LENGTH_MAX = 500;

    /// Steps that a pattern may take for each character of a text.
    static final int PROGRAM_MAX = 1_000;

    /// The pattern of a text.
    ///
    /// @throws IllegalArgumentException when it is none, or too large; the message says what is
    ///   expected
    public static Extraction of(String regex) {
        Pattern compiled = compile(regex);
        if (compiled.groupCount() > 1) {
            throw new IllegalArgumentException(
                    "at most one group; write (?:...) for one that is not taken");
        }
        return new Extraction(compiled);
    }

    /// The pattern that finds a text as it stands.
    public static String quoted(String text) {
        return text.replaceAll("([^\\p{L}\\p{N} ])", "\\\\$1");
    }

    /// A pattern within the limits, with any number of groups.
    static Pattern compile(String regex) {
        String tooLarge = "a smaller pattern: at most " + LENGTH_MAX + " characters";
        if (regex.isEmpty() || regex.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(tooLarge + ", and not empty");
        }
        String repeats = tooLarge + ", and repeats that come to at most " + PROGRAM_MAX + " steps";
        if (PatternSize.of(regex) > 10 * PROGRAM_MAX) {
            throw new IllegalArgumentException(repeats);
        }
        try {
            Pattern compiled = Pattern.compile(regex);
            if (compiled.programSize() > PROGRAM_MAX) {
                throw new IllegalArgumentException(repeats);
            }
            return compiled;
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException(
                    "a pattern of RE2, which has neither look-around nor back-references: "
                            + broken.getDescription()
                            + " `"
                            + broken.getPattern()
                            + "`",
                    broken);
        }
    }

    /// The part of a text, empty where there is none.
    public String find(String text) {
        return find(pattern, text);
    }

    static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return "";
        }
        String part = matcher.group(Math.min(1, matcher.groupCount()));
        return part == null ? "" : part.strip();
    }

    /// The pattern as written.
    public String regex() {
        return pattern.pattern();
    }
}
