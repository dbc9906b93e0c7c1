package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.match.Matching;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is to be explained: an entry by its side and line, or a match by its number.
///
/// @param side the side of the entry; for a match the left
/// @param row its row
record Subject(Side side, int row) {
    private static final Pattern WORDS = Pattern.compile("(left|right|match):([1-9][0-9]{0,9})");

    /// Is this `left:123`, `right:45` or `match:17`?
    static boolean isOne(String word) {
        return WORDS.matcher(word).matches();
    }

    /// @throws InputProblem when the run has no such entry or match
    static Subject find(String word, Outcome outcome) {
        Matcher words = WORDS.matcher(word);
        if (!words.matches()) {
            throw new IllegalArgumentException(word);
        }
        long number = Long.parseLong(words.group(2));
        return words.group(1).equals("match")
                ? ofMatch(number, outcome.matching())
                : ofLine(word, number, outcome);
    }

    private static Subject ofMatch(long number, Matching matching) {
        if (number > matching.count()) {
            throw new InputProblem(
                    new Problem(
                            "match:" + number,
                            "a run with " + matching.count() + " matches",
                            "a number from 1 to " + matching.count(),
                            "matches.csv has the numbers, for the same files and rules."));
        }
        return new Subject(Side.LEFT, matching.rows(Side.LEFT, (int) number)[0]);
    }

    private static Subject ofLine(String word, long line, Outcome outcome) {
        Side side = word.startsWith("left") ? Side.LEFT : Side.RIGHT;
        Lines lines = outcome.read(side).table().lines();
        int row = line > Integer.MAX_VALUE ? -1 : lines.row((int) line);
        if (row >= 0) {
            return new Subject(side, row);
        }
        throw new InputProblem(
                outcome.read(side).rejected().stream()
                        .filter(rejected -> rejected.line() == line)
                        .findFirst()
                        .map(rejected ->
                                new Problem(
                                        word,
                                        "a rejected line with " + rejected.found(),
                                        rejected.expected(),
                                        "Mend the line, or the field map."))
                        .orElseGet(() ->
                                new Problem(
                                        word,
                                        "a file with " + outcome.read(side).records() + " lines",
                                        "the number of a line; the header does not count",
                                        "breaks.csv has the numbers.")));
    }
}
