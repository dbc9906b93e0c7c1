package dev.recon.engine.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/// Legal forms of companies at the end of a name, and some at its beginning: `GmbH & Co. KG`,
/// `S.A.`, `Ltd`, `PT`.
///
/// The table (`legal-forms.txt`) has the commonest abbreviations of the entity legal forms of ISO
/// 20275, by jurisdiction. At least one word of a name always stays, and a word inside a name is
/// never touched.
final class LegalForms {
    private static final int WORDS_MAX = 5;

    private static final String FRONT = "front:";

    private LegalForms() {}

    private static final class Read {
        static final Set<String> ALL = LegalForms.read("");
        static final Set<String> IN_FRONT = LegalForms.read(FRONT);
    }

    /// Drops legal forms from words between `start` and `end`, and returns where they end now.
    static int drop(byte[] words, int start, int end) {
        String name = new String(words, start, end - start, UTF_8);
        String kept = withoutFirst(withoutLast(name));
        byte[] bytes = kept.getBytes(UTF_8);
        System.arraycopy(bytes, 0, words, start, bytes.length);
        return start + bytes.length;
    }

    private static String withoutLast(String name) {
        int end = name.length();
        for (int shortest = end; shortest > 0; ) {
            end = shortest;
            shortest = -1;
            int from = end;
            for (int count = 0; count < WORDS_MAX && from > 0; count++) {
                from = name.lastIndexOf(' ', from - 1);
                if (from > 0 && Read.ALL.contains(name.substring(from + 1, end))) {
                    shortest = from;
                }
            }
        }
        return name.substring(0, end);
    }

    private static String withoutFirst(String name) {
        int to = 0;
        int longest = 0;
        for (int count = 0; count < WORDS_MAX; count++) {
            to = name.indexOf(' ', to + 1);
            if (to < 0) {
                break;
            }
            if (Read.IN_FRONT.contains(name.substring(0, to))) {
                longest = to + 1;
            }
        }
        return name.substring(longest);
    }

    private static Set<String> read(String begin) {
        Set<String> forms = new HashSet<>();
        for (String line : text().split("\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#") && line.startsWith(begin)) {
                for (String form : line.substring(line.indexOf(':') + 1).split(",", -1)) {
                    byte[] words = NormalText.of(NormalForm.WORDS, form).getBytes(UTF_8);
                    int end = Accents.withoutWrittenDots(words, 0, words.length);
                    forms.add(new String(words, 0, end, UTF_8));
                }
            }
        }
        return Set.copyOf(forms);
    }

    private static String text() {
        try (InputStream file = LegalForms.class.getResourceAsStream("legal-forms.txt")) {
            if (file == null) {
                throw new IllegalStateException("the engine was built without legal-forms.txt");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
