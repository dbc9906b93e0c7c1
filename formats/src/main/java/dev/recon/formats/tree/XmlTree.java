package dev.recon.formats.tree;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.XmlStream;
import java.io.IOException;

/// An XML document as a tree: attributes are nodes below their element, names have no prefixes.
record XmlTree(Delivery delivery) implements Tree {
    @Override
    public void walk(Walker walker) throws IOException {
        var text = new StringBuilder();
        try (XmlStream xml = XmlStream.open(delivery)) {
            while (xml.next()) {
                if (xml.isText()) {
                    text.append(xml.text());
                    continue;
                }
                value(text, walker);
                if (xml.isStart()) {
                    start(xml, walker);
                } else {
                    walker.leave();
                }
            }
        }
    }

    private static void start(XmlStream xml, Walker walker) throws IOException {
        walker.enter(xml.name(), false);
        for (int at = 0; at < xml.attributes(); at++) {
            if (!xml.attributeValue(at).isBlank()) {
                walker.enter(xml.attributeName(at), false);
                walker.value(xml.attributeValue(at).strip());
                walker.leave();
            }
        }
    }

    private static void value(StringBuilder text, Walker walker) throws IOException {
        String value = text.toString().strip();
        if (!value.isEmpty()) {
            walker.value(value);
        }
        text.setLength(0);
    }
}
