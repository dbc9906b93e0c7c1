package dev.recon.engine.read;

import java.nio.charset.Charset;
import java.util.Optional;

/// The encodings of one byte a character in which the east of Europe writes.
///
/// Nearly every byte is a character in windows-1252, too. But what are letters in the middle of
/// Europe are marks there that no word holds, such as `³` for the `ł` of windows-1250, or letters
/// that western languages hardly have, such as `ž`; and only words in Cyrillic letters consist of
/// nothing else than high bytes.
final class EasternEurope {
    static final Charset CENTRAL = Charset.forName("windows-1250");
    static final Charset CENTRAL_ISO = Charset.forName("ISO-8859-2");
    static final Charset CYRILLIC = Charset.forName("windows-1251");

    private static final String CARONS = "ŠšŽž";
    private static final int COUNT_MIN = 2;
    private static final double WITHIN_MIN = 0.05;
    private static final double CARONS_MIN = 0.12;
    private static final double CYRILLIC_MIN = 0.85;
    private static final double JOINED_MIN = 0.6;

    private final byte[] sample;
    private final String western;

    private EasternEurope(byte[] sample) {
        this.sample = sample;
        this.western = new String(sample, Encodings.WESTERN);
    }

    /// The encoding that a text in one byte a character is in, if it is one of these.
    static Optional<Charset> find(byte[] sample) {
        EasternEurope text = new EasternEurope(sample);
        if (text.isCyrillic()) {
            return Optional.of(CYRILLIC);
        }
        boolean isIso = MacRoman.fit(sample, CENTRAL_ISO) > MacRoman.fit(sample, CENTRAL);
        Charset central = isIso ? CENTRAL_ISO : CENTRAL;
        double letters = text.letters();
        boolean isCentral =
                text.within(central) >= Math.max(1, letters * WITHIN_MIN)
                        || text.carons() >= Math.max(COUNT_MIN, letters * CARONS_MIN);
        return isCentral && !text.isRatherMac(central) ? Optional.of(central) : Optional.empty();
    }

    private boolean isRatherMac(Charset central) {
        int mac = MacRoman.fit(sample, MacRoman.CHARSET);
        int fit = MacRoman.fit(sample, central);
        return mac > fit || (mac == fit && CarriageReturns.isSo(sample));
    }

    /// How many bytes are no letter in windows-1252 but one in this encoding, within a word: marks
    /// may stand before a word or behind it, such as `£m`, `¿Qué` or `m³`.
    private int within(Charset encoding) {
        String text = new String(sample, encoding);
        int found = 0;
        for (int at = 0; at < sample.length; at++) {
            boolean isOther =
                    sample[at] < 0
                            && !Character.isLetter(western.charAt(at))
                            && Character.isLetter(text.charAt(at));
            found += isOther && isLetter(text, at - 1) && isLetter(text, at + 1) ? 1 : 0;
        }
        return found;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    /// How many letters are beyond ASCII, however they are read.
    private double letters() {
        int letters = 0;
        for (int at = 0; at < sample.length; at++) {
            boolean besideLetter = isLetter(western, at - 1) || isLetter(western, at + 1);
            letters += sample[at] < 0 && besideLetter ? 1 : 0;
        }
        return letters;
    }

    private int carons() {
        return (int) western.chars().filter(letter -> CARONS.indexOf(letter) >= 0).count();
    }

    /// Are nearly all high bytes Cyrillic letters, and most of them beside another one?
    private boolean isCyrillic() {
        int high = 0;
        int letters = 0;
        int joined = 0;
        for (int at = 0; at < sample.length; at++) {
            int value = sample[at] & 0xFF;
            boolean isLetter = value >= 0xC0 || value == 0xA8 || value == 0xB8;
            high += value >= 0x80 ? 1 : 0;
            letters += isLetter ? 1 : 0;
            joined += isLetter && at > 0 && (sample[at - 1] & 0xFF) >= 0xA8 ? 1 : 0;
        }
        return letters > COUNT_MIN
                && letters >= high * CYRILLIC_MIN
                && joined >= letters * JOINED_MIN;
    }
}
