package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Payments and their arrivals, from a seed: fees on the amount, days of delay, names cut short or
/// mistyped, and on each side some without a partner. The truth is in the names of the entries.
final class LikelyScenes {
    private static final String[] FIRST = {
        "ANNA", "BEN", "CARLA", "DAVID", "EMMA", "FINN", "GRETA"
    };
    private static final String[] LAST = {"WEBER", "KOWALSKI", "MARTIN", "SILVA", "OLSEN", "NOVAK"};
    static final Pass PASS =
            new Pass.Probable(
                    "most-likely",
                    List.of(),
                    List.of("amount", "date", "party"),
                    List.of(),
                    Pass.Probable.PRECISION,
                    Pass.Probable.FLOOR);

    private final Random random;

    private LikelyScenes(long seed) {
        this.random = new Random(seed);
    }

    static Scene payments(int count, long seed) {
        return new LikelyScenes(seed).payments(count);
    }

    private Scene payments(int count) {
        List<TestEntry> left = new ArrayList<>();
        List<TestEntry> right = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            long units = (long) (1_000 * Math.pow(10, random.nextDouble() * 3));
            int day = 20_000 + random.nextInt(120);
            String party = party();
            if (random.nextInt(100) < 94) {
                left.add(entry("E" + number, units, day, party));
            }
            if (random.nextInt(100) < 94) {
                int delay = (int) Math.min(21, Math.abs(random.nextGaussian()) * 4);
                right.add(entry("E" + number, arrived(units), day + delay, received(party)));
            }
        }
        Collections.shuffle(right, random);
        return new Scene(left, right, List.of(PASS), Decisions.NONE);
    }

    private static TestEntry entry(String name, long units, int day, String party) {
        return new TestEntry(name, units, "EUR", day, Map.of("party", party));
    }

    private String party() {
        return FIRST[random.nextInt(FIRST.length)]
                + " "
                + LAST[random.nextInt(LAST.length)]
                + " "
                + Integer.toString(random.nextInt(36 * 36), 36).toUpperCase(java.util.Locale.ROOT);
    }

    private long arrived(long units) {
        return random.nextInt(4) == 0
                ? units
                : Math.round(units * (0.95 + random.nextDouble() / 10));
    }

    private String received(String party) {
        return switch (random.nextInt(4)) {
            case 0 -> party.substring(0, party.length() - 1 - random.nextInt(4)).strip();
            case 1 -> {
                int at = random.nextInt(party.length());
                yield party.substring(0, at) + "X" + party.substring(at + 1);
            }
            default -> party;
        };
    }
}
