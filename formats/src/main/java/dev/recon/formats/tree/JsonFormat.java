package dev.recon.formats.tree;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Format;
import dev.recon.formats.format.Head;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.regex.Pattern;

/// JSON documents (RFC 8259) and JSON Lines.
public final class JsonFormat implements Format {
    private static final Pattern BEGINNING =
            Pattern.compile("\\A(\\{\\s*[\"}]|\\[\\s*[\\[{\\]]).*", Pattern.DOTALL);

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String description() {
        return "JSON and JSON Lines: the list with most objects, or the one you choose";
    }

    @Override
    public boolean recognises(Head head) {
        return BEGINNING.matcher(head.text()).matches();
    }

    @Override
    public Origin unfold(Delivery delivery, EntryWriter entries) throws IOException {
        return TreeTable.unfold(name(), new JsonTree(delivery), delivery, entries);
    }
}
