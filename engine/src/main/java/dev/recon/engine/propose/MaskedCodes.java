package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of cards and accounts of which one side shows the last figures alone, as
/// `************1234` or `411111******1234`, and the other all of them, or other ones as well.
///
/// Both are read as their last figures. These are few, so that they are a key together with
/// something else, or where hardly any two are the same.
final class MaskedCodes {
    private static final Pattern MASKED = Pattern.compile("\\d{0,8}[*xX•#.]{2,}[ -]?(\\d{3,6})");
    private static final Pattern LONG = Pattern.compile("\\d{8,}");

    private MaskedCodes() {}

    /// The last figures of two columns, of which at least one is masked.
    static Optional<Key.Reading> reading(Of left, Of right) {
        Optional<Integer> ours = left.shown();
        Optional<Integer> theirs = right.shown();
        if (ours.isEmpty() && theirs.isEmpty()) {
            return Optional.empty();
        }
        int last = Math.min(ours.orElse(Integer.MAX_VALUE), theirs.orElse(Integer.MAX_VALUE));
        boolean areBoth =
                (ours.isPresent() || left.areAll(LONG))
                        && (theirs.isPresent() || right.areAll(LONG));
        Optional<CodePrefix> end = Optional.of(CodePrefix.read("(\\d{" + last + "})$"));
        return areBoth ? Optional.of(new Key.Behind(end, end)) : Optional.empty();
    }

    /// A column of one side.
    record Of(SampleSide sample, ColumnProfile column) {
        private boolean areAll(Pattern pattern) {
            for (int row = 0; row < sample.rows(); row++) {
                String cell = sample.cell(row, column);
                if (!cell.isEmpty() && !pattern.matcher(cell).matches()) {
                    return false;
                }
            }
            return true;
        }

        /// How many figures a mask leaves, where all cells have the same one.
        private Optional<Integer> shown() {
            if (!(column.type() instanceof ColumnType.Code) || !areAll(MASKED)) {
                return Optional.empty();
            }
            Set<Integer> lengths = new HashSet<>();
            for (int row = 0; row < sample.rows(); row++) {
                Matcher masked = MASKED.matcher(sample.cell(row, column));
                if (masked.matches()) {
                    lengths.add(masked.group(1).length());
                }
            }
            return lengths.size() == 1 ? Optional.of(lengths.iterator().next()) : Optional.empty();
        }
    }
}
