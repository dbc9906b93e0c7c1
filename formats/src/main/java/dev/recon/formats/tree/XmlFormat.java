package dev.recon.formats.tree;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.regex.Pattern;

/// Any XML document (XML 1.0) that has an element for each entry.
public final class XmlFormat implements Format {
    private static final Pattern TWO_TAGS =
            Pattern.compile(
                    "\\A<[A-Za-z_][\\w:.-]*(\\s[^<>]*)?>\\s*<[A-Za-z_!][^<]*>.*", Pattern.DOTALL);

    @Override
    public String name() {
        return "xml";
    }

    @Override
    public String description() {
        return "XML of any kind: the element that repeats most is an entry, or the one you choose";
    }

    @Override
    public boolean recognises(Head head) {
        if (head.startsWith("<html") || head.startsWith("<!doctype html")) {
            return false;
        }
        return head.startsWith("<?xml")
                || head.startsWith("<!doctype")
                || TWO_TAGS.matcher(head.text()).matches();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        return TreeTable.unfold(name(), new XmlTree(delivery), delivery, entries);
    }
}
