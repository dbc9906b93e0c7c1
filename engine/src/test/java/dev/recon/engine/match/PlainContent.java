package dev.recon.engine.match;

import dev.recon.engine.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What orders entries that are otherwise equal: their texts, then their lines.
final class PlainContent {
    private PlainContent() {}

    /// @param asItIs the entry as its file has it
    static long[] of(
            TestEntry entry, List<String> similar, List<String> textFields, TestEntry asItIs) {
        return new long[] {hash(entry, similar), hash(entry, textFields), asItIs.content()};
    }

    private static long hash(TestEntry entry, List<String> fields) {
        long hash = 1;
        for (String field : fields) {
            String text = entry.texts().getOrDefault(field, "");
            boolean time = field.equals("time") && !text.isEmpty();
            hash = Hash.pair(hash, time ? Hash.of(entry.seconds()) : hash(text));
        }
        return hash;
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length == 0 ? 0 : Hash.of(bytes, 0, bytes.length);
    }
}
