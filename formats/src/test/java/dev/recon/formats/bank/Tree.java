package dev.recon.formats.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// An expected file of the samples as a tree, whatever types it names: YAML, of which JSON is a
/// part.
public record Tree(Optional<Node> node) {
    public static Tree of(Path path) throws IOException {
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(1 << 24)
                        .setMaxAliasesForCollections(100_000)
                        .build();
        return new Tree(new Compose(settings).composeString(Files.readString(path)));
    }

    /// What stands at a path of keys.
    public Tree at(String... keys) {
        Tree found = this;
        for (String key : keys) {
            found = found.child(key);
        }
        return found;
    }

    /// The items of a list.
    public List<Tree> items() {
        return node.filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .map(list -> list.getValue().stream().map(each -> new Tree(Optional.of(each))))
                .orElseGet(Stream::empty)
                .toList();
    }

    /// The text of a scalar; empty for `null` and for what is not there.
    public String text() {
        return node.filter(ScalarNode.class::isInstance)
                .map(scalar -> ((ScalarNode) scalar).getValue())
                .filter(text -> !text.equals("null"))
                .orElse("");
    }

    private Tree child(String key) {
        if (node.orElse(null) instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                    return new Tree(Optional.of(tuple.getValueNode()));
                }
            }
        }
        return new Tree(Optional.empty());
    }
}
