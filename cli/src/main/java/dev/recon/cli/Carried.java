package dev.recon.cli;

import dev.recon.engine.Outcome;
import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.report.FileHash;
import dev.recon.engine.report.OpenLines.Origin;
import dev.recon.engine.table.Lines;
import dev.recon.engine.table.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The entries that an earlier run left unsettled, from its folder: they stand before those of the
/// new files, so their lines are the first ones of this run.
///
/// @param folder what the earlier run wrote
/// @param origins by side, in the order of the lines
record Carried(Path folder, Map<Side, List<Origin>> origins) {
    static final Carried NOTHING = new Carried(Path.of(""), Map.of());
    static final String ORIGINS = "open.csv";
    private static final Pattern ROW =
            Pattern.compile(
                    "(left|right),([1-9]\\d{0,8}),(.*),"
                            + "([1-9]\\d{0,8}),([0-9a-f]{64}),([1-9]\\d{0,8})");

    /// Reads what an earlier run left.
    ///
    /// @throws InputProblem when the folder has no such files
    static Carried read(Path folder) throws IOException {
        for (String name : List.of(ORIGINS, name(Side.LEFT), name(Side.RIGHT))) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw problem(
                        folder,
                        "a folder without " + name,
                        "a folder that an earlier run left (its --out)");
            }
        }
        Map<Side, List<Origin>> origins = new TreeMap<>();
        origins.put(Side.LEFT, new ArrayList<>());
        origins.put(Side.RIGHT, new ArrayList<>());
        List<String> rows = Files.readAllLines(folder.resolve(ORIGINS));
        for (String row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            Matcher cells = ROW.matcher(row);
            if (!cells.matches()) {
                throw problem(
                        folder.resolve(ORIGINS),
                        "the line '" + row + "'",
                        "side,line,file,file_line,sha256,runs");
            }
            Side side = cells.group(1).equals("left") ? Side.LEFT : Side.RIGHT;
            origins.computeIfAbsent(side, _ -> new ArrayList<>()).add(origin(cells));
        }
        return new Carried(folder, origins);
    }

    private static Origin origin(Matcher cells) {
        String file = cells.group(3);
        boolean quoted = file.length() > 1 && file.startsWith("\"") && file.endsWith("\"");
        return new Origin(
                quoted ? file.substring(1, file.length() - 1).replace("\"\"", "\"") : file,
                Integer.parseInt(cells.group(4)),
                cells.group(5),
                Integer.parseInt(cells.group(6)));
    }

    /// The name of the file with the lines of a side.
    static String name(Side side) {
        return "open-" + side.word() + ".csv";
    }

    boolean isNothing() {
        return origins.isEmpty();
    }

    int count(Side side) {
        return origins.getOrDefault(side, List.of()).size();
    }

    /// Where a line of this run was first delivered.
    Origin origin(Side side, int line, FileHash delivered) {
        int carried = count(side);
        if (line > carried) {
            return new Origin(delivered.name(), line - carried, delivered.sha256(), 1);
        }
        Origin earlier = origins.getOrDefault(side, List.of()).get(line - 1);
        return new Origin(earlier.file(), earlier.line(), earlier.sha256(), earlier.runs() + 1);
    }

    /// What of the earlier run decides about this one.
    List<FileHash> hashes() throws IOException {
        List<FileHash> hashes = new ArrayList<>();
        for (Side side : origins.keySet()) {
            hashes.add(Hashes.of(name(side), folder.resolve(name(side))));
        }
        return hashes;
    }

    /// Are the carried lines those that `open.csv` tells of?
    ///
    /// @throws InputProblem when somebody changed one and not the other
    void require(Outcome outcome, Side side, long end) {
        Lines lines = outcome.read(side).table().lines();
        int carried = count(side);
        int first = Math.max(0, carried - 1 - lines.rejected().length);
        for (int row = first; row < lines.rows(); row++) {
            boolean before = lines.position(row) < end;
            if (before != (lines.line(row) <= carried)) {
                throw problem(
                        folder.resolve(name(side)),
                        "lines that are not those of " + ORIGINS,
                        "the " + carried + " lines that the earlier run left");
            }
            if (!before) {
                return;
            }
        }
    }

    private static InputProblem problem(Path where, String found, String expected) {
        return new InputProblem(
                new Problem(
                        where.toString(),
                        found,
                        expected,
                        "Run the earlier files again, and name the folder that this run writes."));
    }
}
