package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.read.NormalText;
import dev.recon.engine.table.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Codes of which several have the same letters and digits, and marks between digits in other
/// places: the addresses 10.1.23.4 and 10.12.3.4, the accounts 1.12.3 and 11.2.3. Without their
/// marks they would be one.
///
/// Each column is looked at once, however many of the other side it is compared with.
final class PartedCodes {
    private static final Pattern PARTED = Pattern.compile("\\d[^\\p{L}\\d]+\\d");

    private final SampleSide left;
    private final SampleSide right;
    private final Map<String, Set<String>> parted = new HashMap<>();

    PartedCodes(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    /// Do marks alone tell values of these columns apart?
    boolean are(ColumnProfile one, ColumnProfile other) {
        Set<String> ours = parted(Side.LEFT, one);
        Set<String> theirs = parted(Side.RIGHT, other);
        Set<String> codes = new HashSet<>();
        return !ours.isEmpty()
                && !theirs.isEmpty()
                && !Stream.concat(ours.stream(), theirs.stream())
                        .distinct()
                        .allMatch(words -> codes.add(words.replace(" ", "")));
    }

    /// The words of the codes that have marks between digits, with a blank for each.
    private Set<String> parted(Side side, ColumnProfile column) {
        return parted.computeIfAbsent(
                side.word() + column.index(),
                _ -> {
                    SampleSide sample = side == Side.LEFT ? left : right;
                    Set<String> words = new HashSet<>();
                    for (String cell : sample.distinct(column, NormalForm.EXACT)) {
                        if (PARTED.matcher(cell).find()) {
                            words.add(NormalText.of(NormalForm.WORDS, cell));
                        }
                    }
                    return words;
                });
    }
}
