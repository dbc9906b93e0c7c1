package dev.recon.engine.read;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings text into its [NormalForm], from bytes to bytes.
///
/// ASCII costs one table look-up a byte; anything else goes through Unicode: compatibility
/// composition (NFKC), upper case without a language; in words also without accents.
public final class NormalText {
    /// How many bytes the normal form may have for each byte of its source: some ligatures stand
    /// for whole words.
    public static final int GROWTH_MAX = 11;

    private static final byte DROP = 0;
    private static final byte[] CODE = table();

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    private NormalText() {}

    /// Writes the normal form of `source` from `start` to `end` at `at` of `target`, and returns
    /// where it ends there. The normal form of ASCII is never longer than its source; the target
    /// must have room for [#GROWTH_MAX] times the source.
    public static int write(
            NormalForm form, byte[] source, int start, int end, byte[] target, int at) {
        return switch (form) {
            case EXACT -> exact(source, start, end, target, at);
            case CODE -> code(source, start, end, target, at);
            case WORDS -> words(source, start, end, target, at);
            case NAME, PERSON ->
                    KeyForms.finish(form, target, at, words(source, start, end, target, at));
            case PHONE -> {
                int to = PhoneNumber.reduce(target, at, exact(source, start, end, target, at));
                yield to >= 0 ? to : code(source, start, end, target, at);
            }
            case DECIMAL ->
                    PlainDecimal.write('.', target, at, exact(source, start, end, target, at));
            case DECIMAL_COMMA ->
                    PlainDecimal.write(',', target, at, exact(source, start, end, target, at));
            case NUMBER, RF, QR, MOD10, MOD11, IBAN ->
                    KeyForms.finish(form, target, at, code(source, start, end, target, at));
        };
    }

    /// The normal form of a text.
    public static String of(NormalForm form, String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        byte[] target = new byte[source.length * GROWTH_MAX];
        int end = write(form, source, 0, source.length, target, 0);
        return new String(target, 0, end, StandardCharsets.UTF_8);
    }

    private static int exact(byte[] source, int start, int end, byte[] target, int at) {
        int from = start;
        int to = end;
        while (from < to && source[from] <= ' ' && source[from] >= 0) {
            from++;
        }
        while (to > from && source[to - 1] <= ' ' && source[to - 1] >= 0) {
            to--;
        }
        System.arraycopy(source, from, target, at, to - from);
        return at + to - from;
    }

    private static int code(byte[] source, int start, int end, byte[] target, int at) {
        int write = at;
        for (int read = start; read < end; read++) {
            int letter = source[read];
            if (letter < 0) {
                return unicode(source, start, end, target, at, "");
            }
            byte kept = CODE[letter];
            if (kept != DROP) {
                target[write++] = kept;
            }
        }
        return write;
    }

    private static int words(byte[] source, int start, int end, byte[] target, int at) {
        int write = at;
        boolean gap = false;
        for (int read = start; read < end; read++) {
            int letter = source[read];
            if (letter < 0) {
                return unicode(source, start, end, target, at, " ");
            }
            byte kept = CODE[letter];
            if (kept == DROP) {
                gap = write > at;
                read = letter == '&' ? MarkEntities.last(source, read, end) : read;
                continue;
            }
            if (gap) {
                target[write++] = ' ';
                gap = false;
            }
            target[write++] = kept;
        }
        return write;
    }

    private static int unicode(
            byte[] source, int start, int end, byte[] target, int at, String gap) {
        String text = new String(source, start, end - start, StandardCharsets.UTF_8);
        String written = gap.isEmpty() ? text : MarkEntities.without(text);
        String upper = composed(composed(written).toUpperCase(Locale.ROOT));
        String plain = gap.isEmpty() ? upper : Accents.fold(upper);
        String folded = composed(OTHER.matcher(plain).replaceAll(gap)).strip();
        byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, target, at, bytes.length);
        return at + bytes.length;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static byte[] table() {
        byte[] table = new byte[128];
        for (int letter = 0; letter < table.length; letter++) {
            if (Character.isLetterOrDigit(letter)) {
                table[letter] = (byte) Character.toUpperCase(letter);
            }
        }
        return table;
    }
}
