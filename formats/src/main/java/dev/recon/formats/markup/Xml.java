package dev.recon.formats.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens an XML document as a stream of events: no document type declaration, no external entity,
/// an encoding from a short list, and a bound on every part.
public final class Xml {
    private static final int DECLARATION_BYTES = 256;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Map<String, Charset> ENCODINGS =
            Map.of(
                    "UTF-8", UTF_8,
                    "UTF8", UTF_8,
                    "UTF-16", UTF_16,
                    "US-ASCII", US_ASCII,
                    "ASCII", US_ASCII,
                    "ISO-8859-1", ISO_8859_1,
                    "LATIN1", ISO_8859_1,
                    "ISO-8859-15", Charset.forName("ISO-8859-15"),
                    "WINDOWS-1252", Charset.forName("windows-1252"));

    private Xml() {}

    /// The events of a document. Closing `text` is the caller's.
    public static XMLStreamReader events(Reader text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory.createXMLStreamReader(text);
    }

    /// The text of a document, in the encoding that it declares.
    ///
    /// @throws dev.recon.engine.read.InputProblem when it declares one that is not read
    public static Reader text(Delivery delivery) throws IOException {
        return new MarkupGuard(delivery.text(encoding(delivery)));
    }

    private static Charset encoding(Delivery delivery) throws IOException {
        byte[] start;
        try (InputStream bytes = delivery.stream()) {
            start = bytes.readNBytes(DECLARATION_BYTES);
        }
        if (start.length > 1 && (start[0] | start[1]) != 0 && isWide(start)) {
            return UTF_16;
        }
        Matcher declared = ENCODING.matcher(new String(start, ISO_8859_1));
        if (!declared.find()) {
            return UTF_8;
        }
        String name = declared.group(1).toUpperCase(Locale.ROOT);
        Charset encoding = ENCODINGS.get(name);
        if (encoding == null) {
            throw delivery.problem(
                    "line 1",
                    "the encoding " + declared.group(1),
                    "one of " + String.join(", ", ENCODINGS.keySet().stream().sorted().toList()),
                    "Save it as UTF-8.");
        }
        return encoding;
    }

    private static boolean isWide(byte[] start) {
        int first = start[0] & 0xFF;
        int second = start[1] & 0xFF;
        return (first == 0xFE && second == 0xFF)
                || (first == 0xFF && second == 0xFE)
                || first == 0
                || second == 0;
    }
}
