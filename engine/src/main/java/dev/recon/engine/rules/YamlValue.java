package dev.recon.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One value of a YAML text: what it is, and where its faults belong.
///
/// Every reading method gives a value: after a fault it is a stand-in, and the whole rule set is
/// thrown away at the end. So one fault does not hide the next.
///
/// @param path the JSON pointer of this value
record YamlValue(Node node, String path, Faults faults) {
    private static final int SHOWN_MAX = 60;

    /// Says that something else should stand here.
    void fault(String expected) {
        faults.add(mark(node), path, shown(), expected);
    }

    /// Says that what stands here cannot be, in words of the caller.
    void fault(String found, String expected) {
        faults.add(mark(node), path, found, expected);
    }

    /// The same, of a part of this text.
    void faultAt(ScalarPlace place, String found, String expected) {
        faults.add(new RuleFault(place.line(), place.column(), path, found, expected));
    }

    static Mark mark(Node node) {
        return node.getStartMark().orElseThrow();
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isText() {
        return isTagged(Tag.STR);
    }

    boolean isWhole() {
        return isTagged(Tag.INT);
    }

    boolean isNumber() {
        return isTagged(Tag.INT) || isTagged(Tag.FLOAT);
    }

    /// The characters of a scalar; empty for maps and lists.
    String raw() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /// A text that is not blank.
    String text(String expected) {
        if (!isText() || raw().isBlank()) {
            fault(isText() || isMap() || isList() ? expected : expected + ", in quotes");
        }
        return raw();
    }

    /// A text or a whole number, as its characters: the name of a column.
    String label(String expected) {
        if ((!isText() && !isWhole()) || raw().isEmpty()) {
            fault(expected);
        }
        return raw();
    }

    /// A whole number within bounds, or the stand-in.
    int whole(int min, int max, int standIn) {
        String expected = "a whole number from " + min + " to " + max;
        if (!isWhole()) {
            fault(expected);
            return standIn;
        }
        // Longer numbers are out of every range that we have.
        long number = raw().length() > 12 ? Long.MAX_VALUE : Long.parseLong(raw());
        if (number < min || number > max) {
            fault(expected);
            return standIn;
        }
        return (int) number;
    }

    boolean flag() {
        if (!isTagged(Tag.BOOL)) {
            fault("true or false");
        }
        return raw().equals("true");
    }

    /// One of a few words; the first of them after a fault.
    <T> T oneOf(Map<String, T> words) {
        T chosen = isText() ? words.get(raw()) : null;
        if (chosen != null) {
            return chosen;
        }
        String hint = isText() ? Spelling.hint(raw(), words.keySet()) : "";
        fault(choice(words.keySet()) + hint);
        return words.values().iterator().next();
    }

    /// The values of a list, each with its own path.
    List<YamlValue> items(String expected) {
        List<YamlValue> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                items.add(new YamlValue(item, path + "/" + items.size(), faults));
            }
        } else {
            fault(expected);
        }
        return items;
    }

    /// `one of a, b or c`.
    static String choice(Iterable<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        String last = all.removeLast();
        return all.isEmpty() ? last : String.join(", ", all) + " or " + last;
    }

    String shown() {
        return switch (node) {
            case ScalarNode scalar when node.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode scalar when isText() -> "\"" + shorten(scalar.getValue()) + "\"";
            case ScalarNode scalar -> shorten(scalar.getValue());
            case MappingNode map -> map.getValue().isEmpty() ? "an empty map" : "a map";
            case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
            default -> "an alias";
        };
    }

    private boolean isTagged(Tag tag) {
        return node instanceof ScalarNode && node.getTag().equals(tag);
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
    }
}
