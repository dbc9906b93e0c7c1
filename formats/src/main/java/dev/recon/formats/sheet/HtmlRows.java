package dev.recon.formats.sheet;

import dev.recon.formats.format.Delivery;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/// The rows of all tables of a web page, in the order in which they end.
///
/// What was read is dropped: of the page only what is still open is in memory. A row that holds
/// another table is a frame and no entry.
final class HtmlRows implements Closeable {
    private static final int TABLES_MAX = 1_000;
    private static final int ROW_ELEMENTS_MAX = 100_000;
    private static final int DEPTH_MAX = 256;
    private static final Set<String> FRAMES = Set.of("html", "head", "body", "#root");

    private final Delivery delivery;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private final IdentityHashMap<Element, HtmlTable> open = new IdentityHashMap<>();
    private final Set<Element> frames = Collections.newSetFromMap(new IdentityHashMap<>());
    private int tables;
    private int rowElements;

    HtmlRows(Delivery delivery) throws IOException {
        this.delivery = delivery;
        this.parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEPTH_MAX));
        parser.parse(delivery.text(HtmlEncoding.of(delivery)), "");
        this.elements = parser.iterator();
    }

    /// The next row; nothing at the end.
    Optional<HtmlRow> next() throws IOException {
        try {
            while (elements.hasNext()) {
                Optional<HtmlRow> row = read(elements.next());
                if (row.isPresent()) {
                    return row;
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private Optional<HtmlRow> read(Element element) {
        if (element.normalName().equals("tr")) {
            return row(element);
        }
        if (above(element, "tr") != null) {
            if (++rowElements > ROW_ELEMENTS_MAX) {
                throw delivery.problem(
                        "",
                        "a table with more than " + ROW_ELEMENTS_MAX + " elements in a row",
                        "rows of cells",
                        "Export the same entries as CSV and give that file.");
            }
        } else if (!FRAMES.contains(element.normalName())) {
            open.remove(element);
            drop(element);
        }
        return Optional.empty();
    }

    private Optional<HtmlRow> row(Element element) {
        rowElements = 0;
        Element table = above(element, "table");
        Element outer = above(element, "tr");
        if (outer != null) {
            frames.add(outer);
        }
        Optional<HtmlRow> row =
                table == null || frames.remove(element)
                        ? Optional.empty()
                        : Optional.of(open.computeIfAbsent(table, _ -> begin()).next(element));
        drop(element);
        return row;
    }

    private HtmlTable begin() {
        if (tables == TABLES_MAX) {
            throw delivery.problem(
                    "",
                    "a web page of more than " + TABLES_MAX + " tables",
                    "one table of entries",
                    "Export the same entries as CSV and give that file.");
        }
        return new HtmlTable(tables++, delivery);
    }

    private static @Nullable Element above(Element element, String name) {
        Element at = element.parent();
        while (at != null && !at.normalName().equals(name)) {
            at = at.parent();
        }
        return at;
    }

    /// Forgets an element and what stands before it below the same one.
    private static void drop(Element element) {
        Node before = element.previousSibling();
        while (before != null) {
            before.remove();
            before = element.previousSibling();
        }
        element.remove();
    }

    @Override
    public void close() {
        parser.close();
    }
}
