package dev.recon.engine.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The keys and values of one YAML map.
final class YamlMap {
    private final YamlValue self;
    private final SequencedMap<String, YamlValue> values = new LinkedHashMap<>();

    private YamlMap(YamlValue self) {
        this.self = self;
    }

    /// A map with any keys.
    static YamlMap of(YamlValue value, String expected) {
        YamlMap map = new YamlMap(value);
        if (value.node() instanceof MappingNode mapping) {
            mapping.getValue().forEach(map::take);
        } else {
            value.fault(expected);
        }
        return map;
    }

    /// A map with no other keys than these.
    static YamlMap of(YamlValue value, List<String> known) {
        YamlMap map = of(value, "a map with " + YamlValue.choice(known));
        map.requireKnown(known);
        return map;
    }

    /// Says which keys do not belong here.
    void requireKnown(List<String> known) {
        if (!(self.node() instanceof MappingNode mapping)) {
            return;
        }
        for (NodeTuple pair : mapping.getValue()) {
            Node key = pair.getKeyNode();
            if (key instanceof ScalarNode scalar && !known.contains(scalar.getValue())) {
                String name = scalar.getValue();
                String hint = Spelling.hint(name, known);
                String expected = "one of the keys " + YamlValue.choice(known) + hint;
                at(key, name).fault("the key \"" + name + "\"", expected);
            }
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    SequencedMap<String, YamlValue> values() {
        return values;
    }

    YamlValue self() {
        return self;
    }

    Optional<YamlValue> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The value of a key that must be there.
    Optional<YamlValue> require(String key, String expected) {
        Optional<YamlValue> value = find(key);
        if (value.isEmpty() && self.isMap()) {
            at(self.node(), key).fault("no " + key, expected);
        }
        return value;
    }

    private void take(NodeTuple pair) {
        Node key = pair.getKeyNode();
        if (!(key instanceof ScalarNode scalar) || key.getTag().equals(Tag.NULL)) {
            at(key, "").fault("a key that is not a word", "a word before the colon");
            return;
        }
        String name = scalar.getValue();
        if (values.containsKey(name)) {
            at(key, name).fault("the key \"" + name + "\" again", "each key once");
            return;
        }
        values.put(name, at(pair.getValueNode(), name));
    }

    private YamlValue at(Node node, String key) {
        String token = key.replace("~", "~0").replace("/", "~1");
        return new YamlValue(node, self.path() + "/" + token, self.faults());
    }
}
