package dev.recon.engine.read;

import java.util.List;
import java.util.stream.Stream;

/// The ways of writing a date that are looked for in files that nobody has described.
final class DatePatterns {
    /// In the order of preference where several read every cell.
    static final List<DatePattern> KNOWN =
            Stream.of(
                            "yyyy-MM-dd",
                            "dd/MM/yyyy",
                            "MM/dd/yyyy",
                            "dd.MM.yyyy",
                            "yyyyMMdd",
                            "yyyy/MM/dd",
                            "yyyy.MM.dd",
                            "dd-MM-yyyy",
                            "MM-dd-yyyy",
                            "d/M/yyyy",
                            "M/d/yyyy",
                            "d.M.yyyy",
                            "dd/MM/yy",
                            "MM/dd/yy",
                            "dd.MM.yy",
                            "d/M/yy",
                            "M/d/yy",
                            "d.M.yy",
                            "d-MMM-yyyy",
                            "d MMM yyyy",
                            "d-MMM-yy",
                            "d MMM yy",
                            "d. MMM yyyy",
                            "MMM d, yyyy",
                            "yyyy-M-d",
                            "yyyy/M/d",
                            "yyyy年M月d日",
                            "d-M-yyyy",
                            "M-d-yyyy",
                            "dd-MM-yy",
                            "MM-dd-yy",
                            "yyyy.MM.dd.",
                            "yyyy. M. d.",
                            "yyyy. MMM d.",
                            "MMM d yyyy",
                            "d.MMM.yyyy",
                            "d/MMM/yyyy",
                            "ddMMMyyyy",
                            "ddMMMyy",
                            "yyyy-MMM-dd",
                            "EEE d MMM yyyy",
                            "EEE d. MMM yyyy",
                            "EEE MMM d yyyy",
                            "EEE MMM d, yyyy",
                            "EEE d-MMM-yyyy",
                            "EEE d/M/yyyy",
                            "EEE M/d/yyyy",
                            "EEE d.M.yyyy",
                            "EEE yyyy-MM-dd",
                            "ddMMyyyy",
                            "yyyy-W",
                            "yyyyW",
                            "yyyy W",
                            "yyyy/W",
                            "W yyyy",
                            "W/yyyy",
                            "W-yyyy",
                            "W.yyyy",
                            "W/yy")
                    .map(DatePattern::of)
                    .toList();

    private static final int DATE_DIGITS = 8;
    private static final int HOURS_MIN = 3;

    private DatePatterns() {}

    /// May cells that a pattern reads be numbers that only begin with a day, such as those of
    /// documents of that day (`20260131000012`)? A time all in digits is of several hours.
    static boolean mayBeNumbers(DatePattern pattern, List<String> cells) {
        List<String> hours =
                cells.stream()
                        .filter(cell -> cell.length() > DATE_DIGITS)
                        .filter(cell -> cell.chars().allMatch(Character::isDigit))
                        .map(cell -> cell.substring(DATE_DIGITS, DATE_DIGITS + 2))
                        .toList();
        return pattern.toString().equals(DatePattern.COMPACT)
                && !hours.isEmpty()
                && hours.stream().distinct().count() < HOURS_MIN;
    }
}
