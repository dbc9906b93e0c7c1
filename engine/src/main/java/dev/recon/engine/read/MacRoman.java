package dev.recon.engine.read;

import java.nio.charset.Charset;

/// The encoding of old Macintoshes, which spreadsheet programs still write there. Every byte is a
/// character in it, as nearly every one is in windows-1252: what tells them apart is which of them
/// makes letters and marks that stand well beside their neighbours.
final class MacRoman {
    static final Charset CHARSET = Charset.forName("x-MacRoman");

    private static final String MARKS = "‘’‚“”„…™®©°§«»·•†¿¡";
    private static final String DASHES = "–—";

    private final byte[] sample;
    private int fitMac;
    private int fitWestern;

    private MacRoman(byte[] sample) {
        this.sample = sample;
    }

    /// Does a text in one byte a character read better so than in windows-1252? Where both read it
    /// equally well, lines that end with a carriage return alone, as they did there, decide.
    static boolean isLikely(byte[] sample) {
        MacRoman text = new MacRoman(sample);
        String mac = new String(sample, CHARSET);
        String western = new String(sample, Encodings.WESTERN);
        for (int at = 0; at < sample.length; at++) {
            if (sample[at] < 0 && (letter(sample, at - 1) != 0 || letter(sample, at + 1) != 0)) {
                text.fitMac += text.fit(mac.charAt(at), at);
                text.fitWestern += text.fit(western.charAt(at), at);
            }
        }
        return text.fitMac > 0
                && (text.fitMac > text.fitWestern
                        || (text.fitMac == text.fitWestern && CarriageReturns.isSo(sample)));
    }

    /// How well a character stands between its neighbours: 1, 0 or -1.
    private int fit(char character, int at) {
        char before = letter(sample, at - 1);
        char after = letter(sample, at + 1);
        if (Character.isLowerCase(character)) {
            return Character.isUpperCase(after) ? -1 : 1;
        }
        if (Character.isUpperCase(character)) {
            boolean isAmongSmall = before != 0 && Character.isLowerCase(after);
            return Character.isLowerCase(before) || isAmongSmall ? -1 : 1;
        }
        boolean isWithin = before != 0 && after != 0;
        if (DASHES.indexOf(character) >= 0) {
            return isWithin ? 0 : 1;
        }
        return MARKS.indexOf(character) >= 0 && (!isWithin || character == '’') ? 1 : -1;
    }

    /// The letter of ASCII at a place, or 0.
    private static char letter(byte[] sample, int at) {
        boolean isLetter =
                at >= 0 && at < sample.length && sample[at] > 0 && Character.isLetter(sample[at]);
        return isLetter ? (char) sample[at] : 0;
    }
}
