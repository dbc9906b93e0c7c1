package dev.recon.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A piece of a YAML or JSON document; what is not there is an empty one.
///
/// @param value a map, a list, a text, a number, a truth value, or nothing
record Tree(@Nullable Object value) {
    private static final Tree NOTHING = new Tree(null);
    private static final int ALIASES_MAX = 200;

    /// The documents of a file, without the empty ones.
    static List<Tree> documents(String text) {
        var settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES_MAX).build();
        List<Tree> documents = new ArrayList<>();
        for (Object document : new Load(settings).loadAllFromString(text)) {
            if (document != null) {
                documents.add(new Tree(document));
            }
        }
        return documents;
    }

    /// The one document of a file.
    static Tree document(String text) {
        List<Tree> documents = documents(text);
        if (documents.size() != 1) {
            throw new IllegalArgumentException(
                    documents.size() + " documents where one is expected");
        }
        return documents.getFirst();
    }

    /// What stands under these names, one inside the other.
    Tree at(String... names) {
        Tree found = this;
        for (String name : names) {
            found = found.value instanceof Map<?, ?> map ? new Tree(map.get(name)) : NOTHING;
        }
        return found;
    }

    boolean isPresent() {
        return value != null;
    }

    /// The value as text; empty when there is none.
    String text() {
        return Objects.toString(value, "");
    }

    boolean is(Object other) {
        return other.equals(value);
    }

    int number() {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("\"" + text() + "\" is no number");
    }

    List<Tree> list() {
        List<Tree> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(new Tree(item)));
        }
        return items;
    }

    Map<String, Tree> map() {
        Map<String, Tree> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> entries.put(String.valueOf(name), new Tree(item)));
        }
        return entries;
    }

    /// The texts of a list or, of a map, its values by name.
    List<String> texts() {
        return list().stream().map(Tree::text).toList();
    }

    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        map().forEach((name, item) -> labels.put(name, item.text()));
        return labels;
    }

    /// The item of a list whose `name` this is.
    Tree named(String name) {
        return list().stream().filter(item -> item.at("name").is(name)).findFirst().orElse(NOTHING);
    }
}
