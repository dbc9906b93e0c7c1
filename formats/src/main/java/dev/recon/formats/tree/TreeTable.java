package dev.recon.formats.tree;

import dev.recon.formats.format.Delivery;
import dev.recon.formats.format.EntryWriter;
import dev.recon.formats.format.Origin;
import java.io.IOException;
import java.util.List;

/// Unfolds a tree: walked once for its shape, once more for its entries.
final class TreeTable {
    private static final int OFFERED_MAX = 20;

    private TreeTable() {}

    static Origin unfold(String format, Tree tree, Delivery delivery, EntryWriter entries)
            throws IOException {
        var shape = new Shape(delivery);
        tree.walk(shape);
        List<Shape.Kind> records = shape.records();
        Shape.Kind chosen = chosen(shape, records, delivery);
        var writer = new Records(chosen, delivery, entries);
        tree.walk(writer);
        List<String> offered = records.stream().map(Shape.Kind::path).limit(OFFERED_MAX).toList();
        var choice = new Origin.Choice("records", chosen.path(), offered);
        boolean isRoot = chosen.path().equals("/");
        String note = "Each " + (isRoot ? "object" : chosen.path()) + " is an entry.";
        return new Origin(format, writer.count(), List.of(), List.of(note), List.of(choice));
    }

    private static Shape.Kind chosen(Shape shape, List<Shape.Kind> records, Delivery delivery) {
        if (delivery.choices().records().isPresent()) {
            String wanted = delivery.choices().records().get();
            return shape.find(wanted)
                    .orElseThrow(() ->
                            delivery.problem(
                                    "",
                                    "no element " + wanted + " with fields",
                                    "the path of the entries, such as " + paths(records),
                                    "Choose one of these."));
        }
        return records.stream()
                .findFirst()
                .or(shape::root)
                .orElseThrow(() ->
                        delivery.problem(
                                "",
                                "a document without a field",
                                "elements that repeat and have fields",
                                "Check that this is the file you meant."));
    }

    private static String paths(List<Shape.Kind> records) {
        List<String> paths = records.stream().map(Shape.Kind::path).limit(OFFERED_MAX).toList();
        return paths.isEmpty() ? "/" : String.join(", ", paths);
    }
}
