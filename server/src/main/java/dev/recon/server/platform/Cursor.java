package dev.recon.server.platform;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// A place in a sorted list: the sort values of the last entry that was seen.
public record Cursor(List<String> parts) {
    private static final String SEPARATOR = "\u001f";
    private static final int YEAR_MAX = 9999;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String joined = new String(bytes, StandardCharsets.UTF_8);
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException _) {
            throw notOurs();
        }
    }

    /// The form in which it travels.
    public String text() {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String part(int index) {
        if (index >= parts.size()) {
            throw notOurs();
        }
        return parts.get(index);
    }

    public long number(int index) {
        try {
            return Long.parseLong(part(index));
        } catch (NumberFormatException _) {
            throw notOurs();
        }
    }

    /// A number of 0 or more that an `int` holds, as rows of a run have.
    public int rowNumber(int index) {
        long number = number(index);
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw notOurs();
        }
        return (int) number;
    }

    /// A date that the database can hold.
    public LocalDate date(int index) {
        try {
            LocalDate date = LocalDate.parse(part(index));
            if (date.getYear() < 1 || date.getYear() > YEAR_MAX) {
                throw notOurs();
            }
            return date;
        } catch (DateTimeParseException _) {
            throw notOurs();
        }
    }

    public UUID id(int index) {
        try {
            return UUID.fromString(part(index));
        } catch (IllegalArgumentException _) {
            throw notOurs();
        }
    }

    private static Problem notOurs() {
        return Problem.badRequest(
                "The cursor is not one that this list gave. Start again without one.");
    }
}
