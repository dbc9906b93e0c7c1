package dev.recon.formats.bank;

/// Something found in a file, short enough for a message.
public final class Excerpt {
    private static final int CHARACTERS_MAX = 60;

    private Excerpt() {}

    /// The text without control characters, cut where it is long.
    public static String of(String text) {
        String cut =
                text.length() > CHARACTERS_MAX ? text.substring(0, CHARACTERS_MAX) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
