package dev.recon.engine.read;

import java.util.List;
import java.util.regex.Pattern;

/// What is known of one column from a sample of the file.
///
/// @param index its place, from 0
/// @param name its name in the header
/// @param type what its cells are
/// @param confidence how many of the filled cells the type reads, 0 to 1
/// @param filled how many cells of the sample are filled
/// @param distinct how many different filled cells there are
/// @param samples the first few different cells
public record ColumnProfile(
        int index,
        String name,
        ColumnType type,
        double confidence,
        int filled,
        int distinct,
        List<String> samples) {
    private static final double UNIQUE_SHARE = 0.5;
    private static final Pattern SPACED_CODE =
            Pattern.compile("(\\p{L}{1,4}[-./ ]?){1,2}[-./ ]?\\d{2,}([-./ ]?[\\p{L}\\d]{1,4})?");
    private static final Pattern PHONE = Pattern.compile("[+(]{0,2}([0-9][-/ ().]{0,2}){6,16}");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,3}:\\d{2}(:\\d{2}(\\.\\d+)?)?");

    public ColumnProfile {
        samples = List.copyOf(samples);
    }

    /// The same column, where its cells are known to be something else.
    public ColumnProfile with(ColumnType known) {
        return new ColumnProfile(index, name, known, confidence, filled, distinct, samples);
    }

    /// Is every cell a telephone number, some of them with marks between their digits?
    public boolean arePhones() {
        return !samples.isEmpty()
                && samples.stream().allMatch(cell -> PHONE.matcher(cell).matches())
                && samples.stream().anyMatch(cell -> cell.matches(".*[-+/ ().].*"));
    }

    /// Is every cell a code in a few parts, such as `B-AB 1234`? One part has digits alone, and
    /// hardly any word is longer than a few letters.
    public boolean areSpacedCodes() {
        return !samples.isEmpty()
                && samples.stream().allMatch(cell -> SPACED_CODE.matcher(cell).matches());
    }

    /// Do times of day stand in it, or how long something took, such as `00:01:14`?
    public boolean isClock() {
        return !samples.isEmpty()
                && samples.stream().allMatch(cell -> CLOCK.matcher(cell).matches());
    }

    /// Do most cells differ from each other, as those of a reference do?
    public boolean isUnique() {
        return filled > 0 && distinct >= filled * UNIQUE_SHARE;
    }
}
