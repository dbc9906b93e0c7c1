package dev.recon.formats.parquet;

import dev.recon.formats.format.PlainNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/// A value of a Parquet column as text: decimals exactly, dates in ISO form, binary as hexadecimal
/// digits.
final class Cell {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Cell() {}

    static String of(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Double number -> PlainNumber.ofBinary(number).orElse(number.toString());
            case Float number -> PlainNumber.of(number.toString()).orElse(number.toString());
            case Instant time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC).format(TIME);
            case LocalDateTime time -> time.format(TIME);
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }
}
