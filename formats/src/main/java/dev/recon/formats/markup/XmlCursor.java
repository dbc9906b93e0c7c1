package dev.recon.formats.markup;

import dev.recon.formats.format.Delivery;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks a document from element to element. What is not entered is skipped; what is small can be
/// kept whole as an [XmlNode].
public final class XmlCursor implements Closeable {
    private static final int DEPTH_MAX = 100;
    private static final int KEPT_CHARACTERS_MAX = 4 << 20;
    private static final int KEPT_ELEMENTS_MAX = 100_000;
    private static final String EXPECTED = "a well-formed XML document";

    private final Delivery delivery;
    private final Reader text;
    private final XMLStreamReader events;
    private int depth;
    private int keptCharacters;
    private int keptElements;

    private XmlCursor(Delivery delivery, Reader text) throws XMLStreamException {
        this.delivery = delivery;
        this.text = text;
        this.events = Xml.events(text);
    }

    /// Opens a document.
    public static XmlCursor open(Delivery delivery) throws IOException {
        Reader text = Xml.text(delivery);
        try {
            return new XmlCursor(delivery, text);
        } catch (XMLStreamException e) {
            text.close();
            throw problem(delivery, "line 1", e);
        }
    }

    /// How many elements are around the current place; 0 before and behind the document.
    public int depth() {
        return depth;
    }

    /// The name of the element at the cursor, without a prefix.
    public String name() {
        return events.getLocalName();
    }

    /// The namespace of the element at the cursor; an empty text if it has none.
    public String namespace() {
        String namespace = events.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// Where the cursor is, for messages.
    public String place() {
        Location location = events.getLocation();
        return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    /// The line of the cursor.
    public int line() {
        return events.getLocation().getLineNumber();
    }

    /// Goes to the next element that stands directly in the element at `parent`, skipping what is
    /// left of the one before; false at the end of that element.
    public boolean next(int parent) throws IOException {
        while (advance()) {
            if (events.isStartElement() && depth == parent + 1) {
                return true;
            }
            if (events.isEndElement() && depth < parent) {
                return false;
            }
        }
        return false;
    }

    /// Goes to the next element wherever it stands; false at the end of the document.
    public boolean nextAnywhere() throws IOException {
        while (advance()) {
            if (events.isStartElement()) {
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
        var node = new XmlNode(name(), place(), currency());
        if (++keptElements > KEPT_ELEMENTS_MAX) {
            throw tooLarge("an element of more than " + KEPT_ELEMENTS_MAX + " elements");
        }
        while (advance()) {
            if (events.isStartElement()) {
                node.add(keep());
            } else if (events.isEndElement() && depth < own) {
                return node;
            } else if (events.isCharacters()) {
                keptCharacters += events.getTextLength();
                if (keptCharacters > KEPT_CHARACTERS_MAX) {
                    throw tooLarge(
                            "an element of more than " + KEPT_CHARACTERS_MAX + " characters");
                }
                node.append(events.getText());
            }
        }
        return node;
    }

    private String currency() {
        @Nullable String currency = events.getAttributeValue(null, "Ccy");
        return currency == null ? "" : currency.strip();
    }

    /// The next event; false behind the last.
    private boolean advance() throws IOException {
        try {
            if (!events.hasNext()) {
                return false;
            }
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD ->
                        throw refused("a document type declaration (DOCTYPE)");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw refused("the entity &" + events.getLocalName() + ";");
                default -> {
                    // Comments, blanks and instructions say nothing of an entry.
                }
            }
            if (depth > DEPTH_MAX) {
                throw tooLarge("elements more than " + DEPTH_MAX + " deep");
            }
            return true;
        } catch (XMLStreamException e) {
            throw problem(delivery, place(), e);
        }
    }

    private RuntimeException refused(String what) {
        return delivery.problem(
                place(), what, "XML without one", "Ask its sender for the plain message.");
    }

    private RuntimeException tooLarge(String found) {
        return delivery.problem(place(), found, "less", "Check that this is the file you meant.");
    }

    private static RuntimeException problem(Delivery delivery, String place, XMLStreamException e)
            throws IOException {
        if (e.getNestedException() instanceof CharacterCodingException coding) {
            throw coding;
        }
        if (e.getNestedException() instanceof MarkupGuard.PartTooLong tooLong) {
            return delivery.problem(
                    place,
                    String.valueOf(tooLong.getMessage()),
                    "shorter ones",
                    "Check that this is the file you meant.");
        }
        Location location = e.getLocation();
        String where =
                location == null
                        ? place
                        : "line "
                                + location.getLineNumber()
                                + ", column "
                                + location.getColumnNumber();
        return delivery.problem(
                where, reason(e), EXPECTED, "Fetch the whole file again; nothing of it was used.");
    }

    /// The parser's own words, without the place, which stands before them.
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        String plain = start < 0 ? message : message.substring(start + "Message: ".length());
        return "XML that breaks its rules (" + plain.replaceAll("\\s+", " ").strip() + ")";
    }

    @Override
    public void close() throws IOException {
        try {
            events.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            text.close();
        }
    }
}
