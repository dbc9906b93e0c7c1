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

    private MacRoman(byte[] sample) {
        this.sample = sample;
    }

    /// Does a text in one byte a character read better so than in windows-1252? Where both read it
    /// equally well, lines that end with a carriage return alone, as they did there, decide.
    static boolean isLikely(byte[] sample) {
        int mac = fit(sample, CHARSET);
        int western = fit(sample, Encodings.WESTERN);
        return mac > 0 && (mac > western || (mac == western && CarriageReturns.isSo(sample)));
    }

    /// How well the characters beside letters stand there, read in an encoding of one byte each.
    static int fit(byte[] sample, Charset encoding) {
        MacRoman text = new MacRoman(sample);
        String read = new String(sample, encoding);
        int fit = 0;
        for (int at = 0; at < sample.length; at++) {
            if (sample[at] < 0 && (letter(sample, at - 1) != 0 || letter(sample, at + 1) != 0)) {
                fit += text.fit(read.charAt(at), at);
            }
        }
        return fit;
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
