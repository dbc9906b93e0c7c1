package dev.recon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Writes two files whose entries belong together without being equal, and the truth: `left.csv`,
/// `right.csv`, `truth.csv`. The same rows and the same seed give the same bytes.
///
/// One entry in twenty of each side has no partner. Nothing ties a pair together but what it says.
final class Lookalikes {
    private static final List<String> SYLLABLES =
            List.of(
                    "ba", "den", "kor", "li", "ma", "nor", "pe", "ri", "sto", "tan", "vel", "wis",
                    "jo", "han", "gar", "fel", "mi", "zo", "ter", "lu");
    private static final List<String> ENDINGS = List.of("", "n", "s", "r", "sen", "mann", "ski");
    private static final List<String> PURPOSES = List.of("", " rent", " invoice", " pay", " don");
    private static final int GIVEN_NAMES = 120;
    private static final int SURNAMES = 400;
    private static final int CITIES = 500;
    private static final int LONELY = 20;
    private static final int BIRTH_DAYS = 25_000;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1935, 1, 1);
    private static final LocalDate FIRST_PAYMENT = LocalDate.of(2025, 1, 1);

    private final Dice dice;
    private final List<String> givenNames;
    private final List<String> surnames;
    private final List<String> cities;
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final Map<Integer, String> partners = new HashMap<>();
    private int made;

    private Lookalikes(long seed) {
        this.dice = new Dice(seed);
        this.givenNames = names(GIVEN_NAMES, 2, false);
        this.surnames = names(SURNAMES, 2, true);
        this.cities = names(CITIES, 3, false);
    }

    /// Payments and their arrivals: fees on the amount, 1 to 21 days, memos cut or altered.
    static void payments(Path folder, int rows, long seed) throws IOException {
        Lookalikes files = new Lookalikes(seed);
        while (files.made < rows) {
            files.payment();
        }
        files.write(folder, "id,date,amount,memo");
    }

    /// People in two registers: typing errors, swapped names, missing fields. Of a million, 48,000
    /// have a different name.
    static void people(Path folder, int rows, long seed) throws IOException {
        Lookalikes files = new Lookalikes(seed);
        while (files.made < rows) {
            files.person();
        }
        files.write(folder, "id,name,birth,city");
    }

    private List<String> names(int count, int syllables, boolean ended) {
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder();
            for (int at = 0; at < syllables; at++) {
                name.append(dice.one(SYLLABLES));
            }
            String made = name.append(ended ? dice.one(ENDINGS) : "").toString();
            if (!names.contains(made)) {
                names.add(made);
            }
        }
        return names;
    }

    private void payment() {
        LocalDate day = FIRST_PAYMENT.plusDays(dice.below(150));
        long cents = dice.between(100, 999) * (long) Math.pow(10, dice.below(4)) + dice.below(100);
        String number = Integer.toString(dice.between(36, 36 * 36 * 36), 36);
        String memo = name() + (dice.once(2) ? " " + number : "") + dice.one(PURPOSES);
        int delay = dice.once(3) ? dice.between(1, dice.between(1, 21)) : 1;
        String sent = day + "," + money(cents) + "," + memo;
        String received = day.plusDays(delay) + "," + money(arrived(cents)) + "," + altered(memo);
        add(sent, received);
    }

    /// A quarter arrives whole, the others less a fee or converted.
    private long arrived(long cents) {
        return dice.once(4) ? cents : Math.round(cents * (0.95 + dice.below(1_000) / 10_000.0));
    }

    private String altered(String memo) {
        return switch (dice.below(5)) {
            case 0, 1 -> memo.substring(0, Math.max(4, memo.length() - dice.between(1, 6))).strip();
            case 2 -> typo(memo);
            default -> memo;
        };
    }

    private void person() {
        String name = name();
        LocalDate birth = FIRST_BIRTH.plusDays(dice.below(BIRTH_DAYS));
        String city = dice.one(cities);
        String there = dice.once(5) ? typo(name) : dice.once(30) ? swapped(name) : name;
        String born = dice.once(20) ? "" : dice.once(30) ? mistyped(birth) : birth.toString();
        String lives = dice.once(10) ? "" : dice.once(20) ? dice.one(cities) : city;
        add(name + "," + birth + "," + city, there + "," + born + "," + lives);
    }

    private static String mistyped(LocalDate birth) {
        return birth.plusYears(10).toString();
    }

    private String name() {
        return dice.one(givenNames) + " " + dice.one(surnames);
    }

    private static String swapped(String name) {
        int gap = name.indexOf(' ');
        return name.substring(gap + 1) + " " + name.substring(0, gap);
    }

    /// One letter replaced, left out, doubled, or swapped with the next.
    private String typo(String text) {
        int at = dice.below(text.length() - 1);
        String before = text.substring(0, at);
        char letter = text.charAt(at);
        String after = text.substring(at + 1);
        return switch (dice.below(4)) {
            case 0 -> before + (char) ('a' + dice.below(26)) + after;
            case 1 -> before + after;
            case 2 -> before + letter + letter + after;
            default -> before + after.charAt(0) + letter + after.substring(1);
        };
    }

    private static String money(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    private void add(String ours, String theirs) {
        made++;
        boolean onlyRight = dice.once(LONELY);
        boolean onlyLeft = dice.once(LONELY);
        if (!onlyRight) {
            left.add("L" + made + "," + ours);
        }
        if (!onlyLeft && !onlyRight) {
            partners.put(right.size(), "L" + made);
        }
        if (!onlyLeft) {
            right.add(theirs);
        }
    }

    /// Each side numbers its entries in the order of its file: the numbers are the same and say
    /// nothing about who belongs to whom.
    private void write(Path folder, String header) throws IOException {
        Files.createDirectories(folder);
        List<Integer> order = new ArrayList<>(IntStream.range(0, right.size()).boxed().toList());
        for (int last = order.size() - 1; last > 0; last--) {
            order.set(last, order.set(dice.below(last + 1), order.get(last)));
        }
        List<String> lines = new ArrayList<>();
        List<String> truth = new ArrayList<>();
        for (int at : order) {
            String id = "R" + (lines.size() + 1);
            lines.add(id + "," + right.get(at));
            if (partners.containsKey(at)) {
                truth.add(partners.get(at) + "," + id);
            }
        }
        write(folder.resolve("left.csv"), header, left);
        write(folder.resolve("right.csv"), header, lines);
        write(folder.resolve("truth.csv"), "left_id,right_id", truth);
    }

    private static void write(Path file, String header, List<String> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            for (String line : lines) {
                out.write(line + "\n");
            }
        }
    }
}
