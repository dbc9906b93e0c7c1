package dev.recon.formats.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import dev.recon.engine.read.InputProblem;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An XML document as a stream of elements and texts, without what makes XML dangerous.
///
/// A document type declaration (DTD) is refused, and with it every entity of its own; nothing is
/// fetched from anywhere. Depth, attributes and texts have bounds, and only the usual encodings are
/// read.
public final class XmlStream implements Closeable {
    private static final int DEPTH_MAX = 100;
    private static final int ATTRIBUTES_MAX = 200;
    private static final int TEXT_CHARACTERS_MAX = 1 << 20;
    private static final Set<String> ENCODINGS =
            Set.of(
                    "utf-8",
                    "utf8",
                    "us-ascii",
                    "ascii",
                    "iso-8859-1",
                    "iso-8859-15",
                    "windows-1252",
                    "utf-16",
                    "utf-16le",
                    "utf-16be");

    private final Delivery delivery;
    private final InputStream bytes;
    private final XMLStreamReader reader;

    private XmlStream(Delivery delivery, InputStream bytes) throws XMLStreamException {
        this.delivery = delivery;
        this.bytes = bytes;
        this.reader = factory().createXMLStreamReader(bytes);
    }

    /// Opens a delivered document.
    public static XmlStream open(Delivery delivery) throws IOException {
        return open(delivery, delivery.stream());
    }

    /// Opens a document that is a part of what was delivered; closing closes the stream.
    public static XmlStream open(Delivery delivery, InputStream bytes) throws IOException {
        try {
            var stream = new XmlStream(delivery, bytes);
            stream.requireKnownEncoding();
            return stream;
        } catch (XMLStreamException failure) {
            bytes.close();
            throw broken(delivery, failure);
        } catch (InputProblem failure) {
            bytes.close();
            throw failure;
        }
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH_MAX);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES_MAX);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, TEXT_CHARACTERS_MAX);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, TEXT_CHARACTERS_MAX);
        return factory;
    }

    private void requireKnownEncoding() {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw problem(
                    "a document in the encoding " + encoding,
                    "one of " + String.join(", ", ENCODINGS.stream().sorted().toList()),
                    "Save it as UTF-8.");
        }
    }

    /// Goes to the next start of an element, end of an element, or text; false at the end of the
    /// document.
    public boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw problem(
                                    "a document type declaration (DTD) or an entity of its own",
                                    "a document without one",
                                    "Export it again without a DTD; it could name other files.");
                    default -> {
                        // Comments, processing instructions and blanks say nothing.
                    }
                }
            }
            return false;
        } catch (XMLStreamException failure) {
            throw broken(delivery, failure);
        }
    }

    public boolean isStart() {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    public boolean isEnd() {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    public boolean isText() {
        return !isStart() && !isEnd();
    }

    /// The name of the element that starts or ends here, without its prefix.
    public String name() {
        return reader.getLocalName();
    }

    /// The namespace of the element that starts or ends here, or an empty text.
    public String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// An attribute of the element that starts here, by its name without a prefix.
    public Optional<String> attribute(String name) {
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return Optional.of(reader.getAttributeValue(at));
            }
        }
        return Optional.empty();
    }

    /// How many attributes the element has that starts here.
    public int attributes() {
        return reader.getAttributeCount();
    }

    /// The name of an attribute by its number from 0, without its prefix.
    public String attributeName(int number) {
        return reader.getAttributeLocalName(number);
    }

    /// The value of an attribute by its number from 0.
    public String attributeValue(int number) {
        return reader.getAttributeValue(number);
    }

    /// The text here.
    public String text() {
        try {
            return reader.getText();
        } catch (WstxLazyException failure) {
            throw problem(
                    "a text that is broken or too long: "
                            + firstLine(String.valueOf(failure.getMessage())),
                    "a text of at most " + TEXT_CHARACTERS_MAX + " characters",
                    "Check that this is the file you meant.");
        }
    }

    /// The line of the document that was read last, from 1.
    public int line() {
        return reader.getLocation().getLineNumber();
    }

    /// Why this document cannot be read, with the line that was read last.
    public InputProblem problem(String found, String expected, String mend) {
        return delivery.problem("line " + line(), found, expected, mend);
    }

    private static InputProblem broken(Delivery delivery, XMLStreamException failure)
            throws IOException {
        if (failure.getNestedException() instanceof IOException disk
                && !(disk instanceof CharacterCodingException)
                && !(disk instanceof CharConversionException)) {
            throw disk;
        }
        var location = failure.getLocation();
        String place =
                location == null
                        ? ""
                        : "line %d, column %d"
                                .formatted(location.getLineNumber(), location.getColumnNumber());
        return delivery.problem(
                place,
                "broken XML: " + firstLine(String.valueOf(failure.getMessage())),
                "a well-formed document",
                "Check that the export is complete, and fetch it again.");
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            reader.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
    }
}
