package dev.recon.bench;

import dev.recon.bench.Results.Found;
import dev.recon.engine.table.Hash;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// What a run found, as one number that depends neither on the order of the lines nor on which file
/// was the left one: entries are known by what their lines say, not by where they stand.
///
/// It holds the status and the pass of every match with its lines, the kind of break inside it, and
/// the kind of break of every open entry. Lines must not contain line breaks.
final class Fingerprint {
    private static final Map<String, String> MIRRORED =
            Map.of(
                    "missing-on-left", "missing-on-right",
                    "missing-on-right", "missing-on-left");

    private final long[] left;
    private final long[] right;
    private final boolean swapped;
    private final LongStream.Builder found = LongStream.builder();

    private Fingerprint(Path left, Path right, boolean swapped) throws IOException {
        this.left = lines(left);
        this.right = lines(right);
        this.swapped = swapped;
    }

    /// @param results the folder of `matches.csv` and `breaks.csv`
    /// @param swapped was the right file given as the left one?
    static String of(Path left, Path right, Path results, boolean swapped) throws IOException {
        Fingerprint print = new Fingerprint(left, right, swapped);
        Results read = Results.read(results);
        read.matches().forEach((match, found) -> print.add(match, found, read));
        read.breakOfLeft().forEach((line, kind) -> print.add("left", print.left[line - 1], kind));
        read.breakOfRight()
                .forEach((line, kind) -> print.add("right", print.right[line - 1], kind));
        long[] sorted = print.found.build().sorted().toArray();
        byte[] all = Arrays.toString(sorted).getBytes(StandardCharsets.UTF_8);
        return String.format(Locale.ROOT, "%d %016x", sorted.length, Hash.of(all, 0, all.length));
    }

    private void add(int match, Found of, Results results) {
        List<long[]> sides = List.of(hashes(of.left(), left), hashes(of.right(), right));
        String within = results.breakOfMatch().getOrDefault(match, "");
        add(
                String.join(
                        " ",
                        of.status(),
                        of.pass(),
                        within,
                        Arrays.toString(sides.get(swapped ? 1 : 0)),
                        Arrays.toString(sides.get(swapped ? 0 : 1))));
    }

    private void add(String side, long line, String kind) {
        boolean isLeft = side.equals("left") != swapped;
        String mirrored = swapped ? MIRRORED.getOrDefault(kind, kind) : kind;
        add((isLeft ? "left " : "right ") + line + " " + mirrored);
    }

    private void add(String fact) {
        byte[] bytes = fact.getBytes(StandardCharsets.UTF_8);
        found.add(Hash.of(bytes, 0, bytes.length));
    }

    private static long[] hashes(List<Integer> lines, long[] file) {
        return lines.stream().mapToLong(line -> file[line - 1]).sorted().toArray();
    }

    private static long[] lines(Path file) throws IOException {
        LongStream.Builder hashes = LongStream.builder();
        try (BufferedReader text = Files.newBufferedReader(file)) {
            text.readLine();
            for (String line; (line = text.readLine()) != null; ) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                hashes.add(Hash.of(bytes, 0, bytes.length));
            }
        }
        return hashes.build().toArray();
    }
}
