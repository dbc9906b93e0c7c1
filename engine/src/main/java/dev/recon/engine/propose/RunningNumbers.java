package dev.recon.engine.propose;

import java.util.Collection;
import java.util.regex.Pattern;

/// Numbers that are counted up, as those of rows and documents are: every file of that length has
/// most of them, so that they are the same on both sides without any meaning.
final class RunningNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int STEP_MAX = 10;

    private RunningNumbers() {}

    /// Are most of these numbers, and most of them followed by one of the next few? Of a file that
    /// is looked at in parts the numbers are, too.
    static boolean are(Collection<String> values) {
        long[] numbers =
                values.stream()
                        .filter(value -> NUMBER.matcher(value).matches())
                        .mapToLong(Long::parseLong)
                        .sorted()
                        .toArray();
        int followed = 0;
        for (int at = 1; at < numbers.length; at++) {
            followed += numbers[at] - numbers[at - 1] <= STEP_MAX ? 1 : 0;
        }
        return followed * 2 > values.size();
    }
}
