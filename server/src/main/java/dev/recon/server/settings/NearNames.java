package dev.recon.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Variables that nobody reads, but whose name is nearly one that is read: a typing error would
/// otherwise be silence.
final class NearNames {
    private static final int SHORT_NAME = 8;

    private NearNames() {}

    /// A sentence for each given name that is nearly a known one.
    static List<String> warnings(Set<String> given, Set<String> known) {
        List<String> warnings = new ArrayList<>();
        for (String name : new TreeSet<>(given)) {
            boolean isFile = name.endsWith("_FILE") && known.contains(name.replace("_FILE", ""));
            if (known.contains(name) || isFile) {
                continue;
            }
            known.stream()
                    .filter(one -> !given.contains(one))
                    .filter(one -> distance(name, one) <= (one.length() < SHORT_NAME ? 1 : 2))
                    .sorted()
                    .findFirst()
                    .ifPresent(near ->
                            warnings.add(name + " is not read. Did you mean " + near + "?"));
        }
        return warnings;
    }

    /// How many letters must be changed, added or left out (Levenshtein).
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
