package dev.recon.formats.ofx;

import dev.recon.formats.bank.Excerpt;
import dev.recon.formats.bank.Mend;
import dev.recon.formats.format.Delivery;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The tags of a document and the text behind each, for SGML and XML alike: in OFX an element has
/// either a text or elements, so that an end tag behind a text says nothing.
final class OfxTokens implements Closeable {
    private static final int TAG_CHARACTERS_MAX = 1000;
    private static final int TEXT_CHARACTERS_MAX = 1 << 16;

    /// A tag and the text up to the next one.
    ///
    /// @param name in capitals; an end tag begins with `/`
    record Token(String name, String text, long line) {
        String place() {
            return "line " + line;
        }
    }

    private final Delivery delivery;
    private final BufferedReader reader;
    private long line = 1;
    private boolean inTag;

    OfxTokens(Delivery delivery) throws IOException {
        this.delivery = delivery;
        this.reader = delivery.text();
    }

    /// The next tag, or null at the end of the file.
    @Nullable Token next() throws IOException {
        while (!inTag) {
            int each = read();
            if (each < 0) {
                return null;
            }
            inTag = each == '<';
        }
        long begun = line;
        String tag = until('>', TAG_CHARACTERS_MAX);
        String text = text();
        int blank = 0;
        while (blank < tag.length() && !Character.isWhitespace(tag.charAt(blank))) {
            blank++;
        }
        return new Token(
                tag.substring(0, blank).toUpperCase(java.util.Locale.ROOT),
                decoded(text.strip()),
                begun);
    }

    private String until(char end, int charactersMax) throws IOException {
        var text = new StringBuilder();
        for (int each = read(); each != end; each = read()) {
            if (each < 0 || text.length() == charactersMax) {
                throw delivery.problem(
                        "line " + line,
                        "a tag without an end: <" + Excerpt.of(text.toString()),
                        "a tag such as <STMTTRN>",
                        Mend.WHOLE);
            }
            text.append((char) each);
        }
        return text.toString();
    }

    private String text() throws IOException {
        var text = new StringBuilder();
        int each = read();
        while (each >= 0 && each != '<') {
            if (text.length() == TEXT_CHARACTERS_MAX) {
                throw delivery.problem(
                        "line " + line,
                        "a text of more than " + TEXT_CHARACTERS_MAX + " characters",
                        "the next tag",
                        "Check that this is the file you meant.");
            }
            text.append((char) each);
            each = read();
        }
        inTag = each == '<';
        return text.toString();
    }

    private int read() throws IOException {
        int each = reader.read();
        if (each == '\n') {
            line++;
        }
        return each;
    }

    /// The five entities of XML and the blank of HTML; nothing else is looked up.
    private static String decoded(String text) {
        return text.contains("&")
                ? text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&")
                : text;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
