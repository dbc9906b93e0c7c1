package dev.recon.engine.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes values out of objects that were read, or says which one is missing.
final class JsonFields {
    private JsonFields() {}

    static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("expected an object");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        map.forEach((name, field) -> fields.put(String.valueOf(name), field));
        return fields;
    }

    static Map<String, @Nullable Object> object(Map<String, @Nullable Object> of, String name) {
        return object(of.get(name));
    }

    static List<?> list(Map<String, @Nullable Object> of, String name) {
        if (of.get(name) instanceof List<?> list) {
            return list;
        }
        throw missing(name, "a list");
    }

    static String text(Map<String, @Nullable Object> of, String name) {
        if (of.get(name) instanceof String text) {
            return text;
        }
        throw missing(name, "a text");
    }

    static long number(Map<String, @Nullable Object> of, String name) {
        if (of.get(name) instanceof Long number) {
            return number;
        }
        throw missing(name, "a whole number");
    }

    private static IllegalArgumentException missing(String name, String what) {
        return new IllegalArgumentException("the field " + name + ": expected " + what);
    }
}
