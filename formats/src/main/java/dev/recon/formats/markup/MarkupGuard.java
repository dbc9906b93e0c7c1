package dev.recon.formats.markup;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Ends a document whose single parts are too long: a tag, a text between tags, a comment, a CDATA
/// section, a processing instruction. The parser keeps each of these whole, so without a bound one
/// of them could fill the memory.
///
/// Costs one look at each character; no state but the kind of the part and its length.
final class MarkupGuard extends FilterReader {
    /// The most characters of one part.
    static final int PART_CHARACTERS_MAX = 1 << 20;

    private static final int MARK_CHARACTERS = 9;

    private enum Part {
        TEXT(""),
        TAG(">"),
        COMMENT("-->"),
        CDATA("]]>"),
        INSTRUCTION("?>");

        private final String end;

        Part(String end) {
            this.end = end;
        }
    }

    private Part part = Part.TEXT;
    private int length;
    private final StringBuilder start = new StringBuilder(MARK_CHARACTERS);
    private int ended;

    MarkupGuard(Reader reader) {
        super(reader);
    }

    @Override
    public int read() throws IOException {
        int each = super.read();
        if (each >= 0) {
            look((char) each);
        }
        return each;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int at = offset; at < offset + read; at++) {
            look(buffer[at]);
        }
        return read;
    }

    private void look(char each) throws IOException {
        if (++length > PART_CHARACTERS_MAX) {
            throw new PartTooLong();
        }
        if (part == Part.TEXT) {
            if (each == '<') {
                begin(Part.TAG);
                start.setLength(0);
            }
            return;
        }
        if (part == Part.TAG && start.length() < MARK_CHARACTERS) {
            start.append(each);
            part = kind();
        }
        if (each == part.end.charAt(ended)) {
            ended++;
        } else if (each != part.end.charAt(0) || part == Part.TAG) {
            ended = 0;
        } else if (ended != part.end.length() - 1) {
            ended = 1;
        }
        if (ended == part.end.length()) {
            begin(Part.TEXT);
        }
    }

    private Part kind() {
        String begun = start.toString();
        if (begun.equals("!--")) {
            begin(Part.COMMENT);
            return Part.COMMENT;
        }
        if (begun.equals("![CDATA[")) {
            begin(Part.CDATA);
            return Part.CDATA;
        }
        return begun.equals("?") ? Part.INSTRUCTION : Part.TAG;
    }

    private void begin(Part next) {
        part = next;
        length = 0;
        ended = 0;
        if (next != Part.TAG) {
            start.setLength(0);
        }
    }

    /// One part of the document is longer than any reader needs.
    static final class PartTooLong extends IOException {
        private static final long serialVersionUID = 1L;

        PartTooLong() {
            super("a tag, text or comment of more than " + PART_CHARACTERS_MAX + " characters");
        }
    }
}
