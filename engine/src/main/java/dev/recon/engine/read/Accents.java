package dev.recon.engine.read;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// Latin letters without what stands on them, as banks and old programs write names: `GARCÍA` is
/// `GARCIA`, and `MÜLLER` is `MUELLER` is `MULLER`.
///
/// Other scripts stay as they are: a mark there may be a letter of its own.
final class Accents {
    private static final Pattern MARKED = Pattern.compile("(\\p{IsLatin})\\p{M}+");
    private static final Pattern UNDIVIDED = Pattern.compile("[ØŁĐÐÞÆŒĦŦẞ]");

    /// What stands for letters that no mark can be taken from.
    private static final Map<String, String> PLAIN =
            Map.of(
                    "Ø", "O", "Ł", "L", "Đ", "D", "Ð", "D", "Þ", "TH", "Æ", "AE", "Œ", "OE", "Ħ",
                    "H", "Ŧ", "T", "ẞ", "SS");

    private Accents() {}

    /// Words in upper case, composed, without accents.
    static String fold(String upper) {
        if (upper.chars().noneMatch(Accents::isLatin)) {
            return upper;
        }
        String bare =
                MARKED.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("$1");
        return UNDIVIDED.matcher(bare).replaceAll(found -> PLAIN.get(found.group()));
    }

    /// Is it a Latin letter beyond ASCII, or a mark on one?
    private static boolean isLatin(int letter) {
        return (letter >= 0xC0 && letter <= 0x36F) || (letter >= 0x1E00 && letter <= 0x1EFF);
    }

    /// Drops the letter that stands for two dots where they cannot be written: each E behind an A,
    /// O or U, but for that of a Spanish or French `QUE`. Returns where the words between `start`
    /// and `end` end now.
    static int withoutWrittenDots(byte[] words, int start, int end) {
        int write = start;
        for (int read = start; read < end; read++) {
            if (words[read] != 'E' || !isBelowDots(words, start, write)) {
                words[write++] = words[read];
            }
        }
        return write;
    }

    /// Is the last of the words up to `end` a letter that may have two dots?
    private static boolean isBelowDots(byte[] words, int start, int end) {
        byte last = end > start ? words[end - 1] : 0;
        boolean isBehindQ = end > start + 1 && words[end - 2] == 'Q';
        return last == 'A' || last == 'O' || (last == 'U' && !isBehindQ);
    }
}
