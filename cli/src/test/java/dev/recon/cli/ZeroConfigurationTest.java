package dev.recon.cli;

import static dev.recon.cli.CommandLineRun.recon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A run without rules is the run with the rules that it saves, to the byte, whatever the data and
/// the number of threads.
class ZeroConfigurationTest {
    private static final int ENTRIES = 900;
    private static final List<String> FILES =
            List.of("matches.csv", "breaks.csv", "open.csv", "open-left.csv", "open-right.csv");

    /// Kinds of data that look unlike each other.
    enum Kind {
        /// Orders and what a payment provider paid out for them, less its fee.
        PAYMENTS {
            @Override
            void add(int number, Random random, Two two) {
                int cents = 1_000 + random.nextInt(90_000);
                int kept = cents - Math.round(cents * 0.029f) - 30;
                String id = "ch_%06d%c".formatted(number * 37, 'a' + number % 26);
                two.left("%s,%s,%s,EUR".formatted(id, day(number, 0), money(cents)));
                two.right("%s;%s;%s;EUR".formatted(day(number, 2), id, money(kept)));
            }
        },
        /// People in two registers, with names that were typed twice.
        PEOPLE {
            @Override
            void add(int number, Random random, Two two) {
                String first = FIRST[random.nextInt(FIRST.length)];
                String last = LAST[random.nextInt(LAST.length)] + (char) ('a' + number % 26);
                String born =
                        "19%02d-%02d-%02d"
                                .formatted(
                                        30 + random.nextInt(69),
                                        1 + random.nextInt(12),
                                        1 + random.nextInt(28));
                String city = CITIES[random.nextInt(CITIES.length)];
                boolean typo = random.nextInt(4) == 0;
                String heard = typo ? last.substring(1) : last;
                two.left("%s,%s,%s,%s".formatted(first, last, born, city));
                two.right("%s;%s;%s;%s".formatted(heard, first, city, born));
            }
        },
        /// A ledger and the statement of the bank, with the invoice in the text.
        LEDGER_AND_BANK {
            @Override
            void add(int number, Random random, Two two) {
                int cents = 500 + random.nextInt(500_000);
                boolean part = random.nextInt(20) == 0;
                String party = LAST[random.nextInt(LAST.length)] + " GmbH";
                two.left(
                        "INV-%05d,%s,%s,%s"
                                .formatted(20_000 + number, day(number, 0), money(cents), party));
                two.right(
                        "%s;%s;RE INV-%05d danke;%s"
                                .formatted(
                                        german(number),
                                        money(part ? cents - 1 : cents).replace('.', ','),
                                        20_000 + number,
                                        party.toUpperCase(Locale.ROOT)));
            }
        };

        private static final String[] FIRST = {"Anna", "Ben", "Carla", "David", "Emma", "Finn"};
        private static final String[] LAST = {"Weber", "Novak", "Martin", "Silva", "Olsen"};
        private static final String[] CITIES = {"Bonn", "Kiel", "Trier", "Ulm"};

        abstract void add(int number, Random random, Two two);

        Two write(long seed) {
            Random random = new Random(seed);
            Two two = new Two(new ArrayList<>(), new ArrayList<>(), random);
            for (int number = 1; number <= ENTRIES; number++) {
                add(number, random, two);
            }
            return two;
        }

        List<String> headers() {
            return switch (this) {
                case PAYMENTS -> List.of("id,created,gross,currency", "paid;source;net;currency");
                case PEOPLE -> List.of("first,last,born,city", "surname;name;town;birthday");
                case LEDGER_AND_BANK ->
                        List.of("invoice,date,amount,customer", "Tag;Betrag;Zweck;Name");
            };
        }

        private static String money(int cents) {
            return "%d.%02d".formatted(cents / 100, cents % 100);
        }

        private static String day(int number, int later) {
            return "2026-%02d-%02d".formatted(1 + number / 100, 1 + number % 26 + later);
        }

        private static String german(int number) {
            return "%02d.%02d.2026".formatted(1 + number % 26, 1 + number / 100);
        }
    }

    /// The lines of two files, of which a few are lost.
    record Two(List<String> lefts, List<String> rights, Random random) {
        void left(String line) {
            add(lefts, line);
        }

        void right(String line) {
            add(rights, line);
        }

        private void add(List<String> lines, String line) {
            if (random.nextInt(25) > 0) {
                lines.add(random.nextInt(lines.size() + 1), line);
            }
        }
    }

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void savedRulesGiveTheSameBytesWithAnyNumberOfThreads(Kind kind) throws IOException {
        Two two = kind.write(7);
        Path left = write("left.csv", kind.headers().getFirst(), two.lefts());
        Path right = write("right.csv", kind.headers().getLast(), two.rights());
        Path rules = folder.resolve("rules.yaml");

        var run = recon("match", left, right, "--save-rules", rules, "--out", out("found"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        recon("match", left, right, "--rules", rules, "--out", out("saved"), "--threads", 1);
        recon("match", left, right, "--rules", rules, "--out", out("two"), "--threads", 2);
        recon("match", left, right, "--out", out("again"), "--threads", 2);

        assertThat(Files.readAllLines(out("found").resolve("matches.csv")).size())
                .as("lines of matches")
                .isGreaterThan(ENTRIES);
        for (String name : FILES) {
            for (String other : List.of("saved", "two", "again")) {
                assertThat(out(other).resolve(name))
                        .as(other)
                        .hasSameBinaryContentAs(out("found").resolve(name));
            }
        }
    }

    private Path out(String name) {
        return folder.resolve(name);
    }

    private Path write(String name, String header, List<String> lines) throws IOException {
        return Files.writeString(
                folder.resolve(name), header + "\n" + String.join("\n", lines) + "\n");
    }
}
