package dev.recon.formats.nacha;

import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.math.BigDecimal;

/// One record of 94 characters; places are counted from 0.
///
/// @param text its characters
/// @param line the line of the file
record AchRecord(String text, long line, Delivery delivery) {
    static final int CHARACTERS = 94;

    char type() {
        return text.charAt(0);
    }

    String place() {
        return "line " + line;
    }

    /// The characters from a place up to another, without blanks around them.
    String field(int from, int to) {
        return text.substring(from, to).strip();
    }

    /// A number that must stand there in digits.
    long number(int from, int to, String name) {
        return Long.parseLong(digits(from, to, name));
    }

    /// An amount in cents.
    BigDecimal cents(int from, int to, String name) {
        return new BigDecimal(digits(from, to, name)).movePointLeft(2);
    }

    /// Why the file cannot be read, at the columns of a field.
    RuntimeException problem(int from, String found, String expected) {
        return delivery.problem(place() + ", column " + (from + 1), found, expected, Mend.ASK_BANK);
    }

    private String digits(int from, int to, String name) {
        String digits = text.substring(from, to);
        if (!digits.matches("\\d+")) {
            throw problem(from, name + " '" + Excerpt.of(digits) + "'", (to - from) + " digits");
        }
        return digits;
    }
}
