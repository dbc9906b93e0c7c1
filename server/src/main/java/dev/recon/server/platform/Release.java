package dev.recon.server.platform;

import org.jspecify.annotations.Nullable;

/// The release of this program, such as `1.4.0`.
public final class Release {
    private Release() {}

    /// What the jar says of itself; null where there is no jar.
    public static @Nullable String current() {
        return Release.class.getPackage().getImplementationVersion();
    }

    /// Negative when `a` came before `b`.
    static int compare(String a, String b) {
        String[] left = a.replaceAll("[^0-9.].*", "").split("\\.", -1);
        String[] right = b.replaceAll("[^0-9.].*", "").split("\\.", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(part(left, i), part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int part(String[] parts, int i) {
        return i < parts.length && !parts[i].isEmpty() ? Integer.parseInt(parts[i]) : 0;
    }
}
