package dev.recon.formats.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Dates as a spreadsheet stores them: days since an epoch, with the time of the day as a fraction.
///
/// The older system begins on 1900-01-01 with day 1 and counts a 29 February 1900 that never was;
/// the other begins on 1904-01-01 with day 0. Source: ECMA-376 part 1, section 18.17.4.1.
///
/// @param from1904 the system that the workbook names
record Days(boolean from1904) {
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final int DAYS_MAX = 2_958_465;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    /// An ISO date, with the time where there is one; nothing if no date has this number.
    Optional<String> date(BigDecimal serial) {
        BigDecimal whole = serial.setScale(0, RoundingMode.FLOOR);
        if (serial.signum() < 0 || whole.compareTo(BigDecimal.valueOf(DAYS_MAX)) > 0) {
            return Optional.empty();
        }
        int days = whole.intValue();
        if (!from1904 && days == LEAP_DAY_THAT_NEVER_WAS) {
            return Optional.empty();
        }
        long seconds =
                serial.subtract(whole)
                        .multiply(SECONDS_A_DAY)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        try {
            LocalDateTime time = day(days).atStartOfDay().plusSeconds(seconds);
            return Optional.of(
                    seconds == 0
                            ? time.toLocalDate().toString()
                            : time.toLocalDate() + " " + time.toLocalTime().format(TIME));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private LocalDate day(int days) {
        if (from1904) {
            return EPOCH_1904.plusDays(days);
        }
        return EPOCH_1900.plusDays(days < LEAP_DAY_THAT_NEVER_WAS ? days + 1L : days);
    }
}
