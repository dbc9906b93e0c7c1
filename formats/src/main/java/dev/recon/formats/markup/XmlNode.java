package dev.recon.formats.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A small element of a document, kept whole: its text, its currency attribute, its children.
public final class XmlNode {
    private final String name;
    private final String place;
    private final String currency;
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /// @param name its name without a prefix
    /// @param place where it begins, for messages
    /// @param currency its attribute `Ccy`, or an empty text
    public XmlNode(String name, String place, String currency) {
        this.name = name;
        this.place = place;
        this.currency = currency;
    }

    public void add(XmlNode child) {
        children.add(child);
    }

    void append(CharSequence characters) {
        text.append(characters);
    }

    public String name() {
        return name;
    }

    public String place() {
        return place;
    }

    public String currency() {
        return currency;
    }

    /// Its own text, without blanks around it.
    public String text() {
        return text.toString().strip();
    }

    /// The elements at a path of names, such as `Refs/EndToEndId`, in document order.
    public List<XmlNode> all(String path) {
        Stream<XmlNode> found = Stream.of(this);
        for (String step : path.split("/", -1)) {
            found =
                    found.flatMap(node -> node.children.stream())
                            .filter(node -> node.name.equals(step));
        }
        return found.toList();
    }

    /// The text of the first element at the first of these paths that has one; else an empty text.
    public String first(String... paths) {
        for (String path : paths) {
            for (XmlNode node : all(path)) {
                if (!node.text().isEmpty()) {
                    return node.text();
                }
            }
        }
        return "";
    }

    /// The texts of all elements at these paths that have one.
    public List<String> texts(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> all(path).stream())
                .map(XmlNode::text)
                .filter(found -> !found.isEmpty())
                .toList();
    }
}
