package dev.recon.server.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is asked of the values in a request.
public final class Checks {
    /// Characters of an e-mail address (RFC 5321).
    public static final int EMAIL_CHARS_MAX = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,200}");

    private Checks() {}

    /// A text that is there, not blank and not too long; blanks at its ends are dropped.
    public static String text(String pointer, @Nullable String value, int charsMax) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(pointer, "must not be empty");
        }
        return optionalText(pointer, value.strip(), charsMax);
    }

    /// A text that may be blank but not too long, and that PostgreSQL can hold.
    public static String optionalText(String pointer, String value, int charsMax) {
        if (value.length() > charsMax) {
            throw Problem.invalid(pointer, "must have at most " + charsMax + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw Problem.invalid(pointer, "must not contain the character NUL");
        }
        return value;
    }

    /// Something that mail can be sent to, as far as that can be told without sending any.
    public static String email(String pointer, @Nullable String value) {
        String email = text(pointer, value, EMAIL_CHARS_MAX);
        if (!EMAIL.matcher(email).matches()) {
            throw Problem.invalid(pointer, "must be an e-mail address such as ada@example.com");
        }
        return email;
    }

    /// Something that must be there.
    public static <T> T present(String pointer, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(pointer, "must be there");
        }
        return value;
    }
}
