package dev.recon.formats.markup;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.XmlStream;
import java.io.Closeable;
import java.io.IOException;

/// Walks a document from element to element. What is not entered is skipped; what is small can be
/// kept whole as an [XmlNode].
public final class XmlCursor implements Closeable {
    private static final int KEPT_CHARACTERS_MAX = 4 << 20;
    private static final int KEPT_ELEMENTS_MAX = 100_000;

    private final XmlStream stream;
    private int depth;
    private int keptCharacters;
    private int keptElements;

    private XmlCursor(XmlStream stream) {
        this.stream = stream;
    }

    /// Opens a document.
    public static XmlCursor open(Delivery delivery) throws IOException {
        return new XmlCursor(XmlStream.open(delivery));
    }

    /// How many elements are around the current place; 0 before and behind the document.
    public int depth() {
        return depth;
    }

    /// The name of the element at the cursor, without a prefix.
    public String name() {
        return stream.name();
    }

    /// The namespace of the element at the cursor; an empty text if it has none.
    public String namespace() {
        return stream.namespace();
    }

    /// Where the cursor is, for messages.
    public String place() {
        return "line " + stream.line();
    }

    /// The line of the cursor.
    public int line() {
        return stream.line();
    }

    /// Goes to the next element that stands directly in the element at `parent`, skipping what is
    /// left of the one before; false at the end of that element.
    public boolean next(int parent) throws IOException {
        while (advance()) {
            if (stream.isStart() && depth == parent + 1) {
                return true;
            }
            if (stream.isEnd() && depth < parent) {
                return false;
            }
        }
        return false;
    }

    /// Goes to the next element wherever it stands; false at the end of the document.
    public boolean nextAnywhere() throws IOException {
        while (advance()) {
            if (stream.isStart()) {
                return true;
            }
        }
        return false;
    }

    /// Keeps the element at the cursor whole and moves to its end.
    public XmlNode node() throws IOException {
        keptCharacters = 0;
        keptElements = 0;
        return keep();
    }

    private XmlNode keep() throws IOException {
        int own = depth;
        var node = new XmlNode(name(), place(), stream.attribute("Ccy").orElse("").strip());
        if (++keptElements > KEPT_ELEMENTS_MAX) {
            throw tooLarge(KEPT_ELEMENTS_MAX + " elements");
        }
        while (advance()) {
            if (stream.isStart()) {
                node.add(keep());
            } else if (stream.isEnd() && depth < own) {
                return node;
            } else if (stream.isText()) {
                String text = stream.text();
                keptCharacters += text.length();
                if (keptCharacters > KEPT_CHARACTERS_MAX) {
                    throw tooLarge(KEPT_CHARACTERS_MAX + " characters");
                }
                node.append(text);
            }
        }
        return node;
    }

    /// The next event; false behind the last.
    private boolean advance() throws IOException {
        if (!stream.next()) {
            return false;
        }
        if (stream.isStart()) {
            depth++;
        } else if (stream.isEnd()) {
            depth--;
        }
        return true;
    }

    private RuntimeException tooLarge(String bound) {
        return stream.problem(
                "one part of more than " + bound,
                "smaller ones",
                "Check that this is the file you meant.");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
