package dev.recon.cli;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.rules.RuleFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decisions in a file: what people matched by hand, and what they took apart.
///
/// ```
/// decision,left,right,note
/// match-by-hand,12,7 8,"paid in two parts"
/// reject,15,9,
/// ```
///
/// `left` and `right` are lines as in `matches.csv`, with blanks between several. The note is for
/// people.
record DecisionsFile(Path path) {
    private static final List<String> HEADER = List.of("decision", "left", "right");
    private static final List<String> PINS = List.of("match-by-hand", "accept");
    private static final List<String> VETOES = List.of("reject", "unmatch");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LINE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int CELLS = 4;
    private static final long BYTES_MAX = 1 << 24;

    /// What a person decided on some lines.
    ///
    /// @param place the line of the file that says so
    /// @param pins matched by hand, or else never to be matched
    record Decided(int place, boolean pins, List<Named> left, List<Named> right) {
        Decided {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// A line of a side, and the column where it is named.
    record Named(int line, int column) {}

    /// Which file it is.
    FileHash hash() throws IOException {
        return Hashes.of("decisions.csv", path);
    }

    /// Reads the decisions.
    ///
    /// @throws InputProblem when the file is no text
    /// @throws FaultyFile with all that is wrong with the text
    DecidedLines read() throws IOException {
        List<String> lines =
                new SmallText(path, "a file of decisions (CSV)", BYTES_MAX)
                        .read()
                        .lines()
                        .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
                        .toList();
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
        reading.header(lines.isEmpty() ? "" : lines.getFirst());
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                reading.decision(at + 1, lines.get(at).split(",", CELLS));
            }
        }
        if (!reading.faults.isEmpty()) {
            throw new FaultyFile(path, reading.faults);
        }
        return new DecidedLines(path, reading.decided);
    }

    /// A file that is being read: what it says, and what is wrong.
    private record Reading(List<Decided> decided, List<RuleFault> faults) {
        void header(String line) {
            List<String> cells = List.of(line.split(",", CELLS));
            if (cells.size() < HEADER.size() || !cells.subList(0, HEADER.size()).equals(HEADER)) {
                fault(1, 1, "'" + line + "'", "the header " + String.join(",", HEADER));
            }
        }

        void decision(int place, String[] cells) {
            if (cells.length < HEADER.size()) {
                fault(place, 1, cells.length + " cells", String.join(",", HEADER));
                return;
            }
            String word = cells[0].strip();
            if (!PINS.contains(word) && !VETOES.contains(word)) {
                fault(
                        place,
                        1,
                        "'" + word + "'",
                        String.join(", ", PINS) + ", " + String.join(" or ", VETOES));
                return;
            }
            int before = faults.size();
            int second = cells[0].length() + 2;
            List<Named> left = lines(place, second, cells[1]);
            List<Named> right = lines(place, second + cells[1].length() + 1, cells[2]);
            boolean pins = PINS.contains(word);
            if (faults.size() > before) {
                return;
            }
            if (left.size() + right.size() < 2) {
                fault(place, second, "fewer than two lines", "two lines or more");
            } else {
                decided.add(new Decided(place, pins, left, right));
            }
        }

        private List<Named> lines(int place, int column, String cell) {
            List<Named> lines = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            Matcher words = WORD.matcher(cell);
            while (words.find()) {
                int at = column + words.start();
                if (!LINE.matcher(words.group()).matches()) {
                    fault(place, at, "'" + words.group() + "'", "the number of a line, from 1");
                } else if (!seen.add(Integer.valueOf(words.group()))) {
                    fault(place, at, "line " + words.group() + " again", "each line once");
                } else {
                    lines.add(new Named(Integer.parseInt(words.group()), at));
                }
            }
            return lines;
        }

        private void fault(int line, int column, String found, String expected) {
            faults.add(new RuleFault(line, column, "", found, expected));
        }
    }
}
