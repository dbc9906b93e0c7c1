package dev.recon.engine.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.FieldSource;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.table.Side;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Payments of few amounts, told apart by nothing but the time of day; and controls, where times
/// are there and tell nothing.
class TimeTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 2, 8, 0);
    private static final int DAYS = 12;
    private static final int A_DAY = 20;
    private static final String ISO = "yyyy-MM-dd HH:mm:ss";

    private final Random random = new Random(7);
    private int amounts = 3;
    private final List<String> left = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final List<String> truth = new ArrayList<>();

    /// @param ours how the left file writes moments
    /// @param later the seconds by which the right one of payment n is later
    private void make(
            DateTimeFormatter ours, DateTimeFormatter theirs, ToIntFunction<Random> later) {
        left.add("stamp,till,amount");
        right.add("when,gross,auth");
        for (int n = 0; n < DAYS * A_DAY; n++) {
            LocalDateTime at = FIRST.plusDays(n / A_DAY).plusMinutes(n % A_DAY * 33L);
            at = at.plusSeconds(random.nextInt(1_200));
            String amount = "%d.%d0".formatted(3 + random.nextInt(amounts), random.nextInt(2) * 5);
            left.add(at.format(ours) + ",T" + n % 2 + "," + amount);
            if (n % 16 != 5) {
                LocalDateTime seen = at.plusSeconds(later.applyAsInt(random));
                right.add(seen.format(theirs) + "," + amount + "," + (100_000 + n * 7));
                truth.add((left.size() - 1) + " = " + (right.size() - 1));
            }
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    private UnknownRun run() {
        return UnknownRun.of(file(left), file(right));
    }

    private static String file(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /// Twelve cars pay one of three prices again and again; within a day only the time tells which.
    @Test
    void whoPaidAndWhenTellTogether() {
        left.add("time,plate,gate,amount");
        right.add("seen;car;paid");
        for (int n = 0; n < DAYS * A_DAY; n++) {
            LocalDateTime at = FIRST.plusMinutes(11L * n).plusSeconds(random.nextInt(600));
            String car = "B-%c %d".formatted('A' + n * 5 % 12, 1_000 + n * 5 % 12 * 37);
            String amount = "%d.20".formatted(1 + random.nextInt(3));
            left.add(at.format(pattern(ISO)) + "," + car + ",G" + n % 4 + "," + amount);
            LocalDateTime seen = at.plusSeconds(random.nextInt(60) - 20);
            right.add(
                    "%s;%s;%s"
                            .formatted(
                                    seen.format(pattern("dd.MM.yyyy HH:mm:ss")),
                                    car.replaceAll("[- ]", ""),
                                    amount));
            truth.add((n + 1) + " = " + (n + 1));
        }
        assertThat(run().matched()).containsExactlyInAnyOrderElementsOf(truth);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd'T'HH:mm:ss",
                ISO,
                "dd/MM/yyyy HH:mm:ss",
                "dd.MM.yyyy HH:mm",
                "MM/dd/yyyy h:mm a",
                "yyyyMMdd'T'HHmmss",
                "yyyy-MM-dd'T'HH:mm:ss'+02:00'"
            })
    void eachPaymentGoesToTheOneNearestInTime(String notation) {
        make(pattern(ISO), pattern(notation), chance -> chance.nextInt(30));
        UnknownRun run = run();
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(run.suggested()).isEmpty();
    }

    @Test
    void theTimeMayStandInAColumnOfItsOwn() {
        make(pattern(ISO), pattern("yyyy-MM-dd,HH:mm:ss"), chance -> chance.nextInt(30));
        right.set(0, "day,at,gross,auth");
        assertThat(run().matched()).containsExactlyInAnyOrderElementsOf(truth);
    }

    @ParameterizedTest
    @CsvSource({"0", "-7200", "7200", "32400", "-18000", "187", "-3540"})
    void aTimeZoneOrAClockThatGoesWrongIsLearnt(int ahead) {
        make(pattern(ISO), pattern(ISO), chance -> ahead + chance.nextInt(21) - 10);
        UnknownRun run = run();
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(ahead(run, Side.RIGHT) - ahead(run, Side.LEFT)).isBetween(ahead - 5, ahead + 5);
        assertThat(Math.min(ahead(run, Side.RIGHT), ahead(run, Side.LEFT))).isZero();
        List<Pass.Close> passes = LedgerAndBank.passes(run.proposal(), Pass.Close.class);
        assertThat(passes.getFirst().seconds().map(TimeWindow::after).orElse(-1)).isBetween(8, 30);
    }

    private static int ahead(UnknownRun run, Side side) {
        FieldSource source = run.proposal().rules().layout(side).fields().get("time");
        return source instanceof FieldSource.Time time ? time.ahead() : Integer.MIN_VALUE;
    }

    @Test
    void swappedFilesGiveTheSameMatches() {
        make(pattern(ISO), pattern(ISO), chance -> 3_600 + chance.nextInt(90));
        List<String> swapped =
                UnknownRun.of(file(right), file(left)).matched().stream()
                        .map(pair -> pair.split(" = ", -1)[1] + " = " + pair.split(" = ", -1)[0])
                        .toList();
        assertThat(swapped).containsExactlyInAnyOrderElementsOf(run().matched());
    }

    @Test
    void onlyThoseThatHappenedTogetherAreLeftToAPerson() {
        make(pattern(ISO), pattern(ISO), chance -> chance.nextInt(30));
        for (String second : List.of("07", "09")) {
            left.add("2026-03-20 10:00:" + second + ",T0,3.50");
            right.add("2026-03-20 10:00:" + second + ",3.50,9000" + second);
        }
        UnknownRun run = run();
        assertThat(run.matched()).containsExactlyInAnyOrderElementsOf(truth);
        assertThat(run.suggested()).containsExactly("241 = 226", "242 = 227");
    }

    /// Times of which the right ones have nothing to do with the left ones.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "midnight",
                "batch",
                "batch on both sides",
                "batch of many amounts on both sides",
                "two batches",
                "random"
            })
    void timesThatTellNothingDecideNothing(String control) {
        amounts = control.startsWith("batch of many") ? 80 : amounts;
        make(pattern(ISO), pattern(ISO), _ -> 0);
        IntFunction<String> time =
                switch (control) {
                    case "midnight" -> _ -> "00:00:00";
                    case "random" ->
                            _ ->
                                    "%02d:%02d:17"
                                            .formatted(8 + random.nextInt(12), random.nextInt(60));
                    case "two batches" -> n -> n % 2 == 0 ? "12:00:00" : "20:00:00";
                    default -> _ -> "23:45:00";
                };
        retime(right, time);
        if (control.endsWith("sides")) {
            retime(left, time);
        }
        UnknownRun run = run();
        assertThat(run.proposal().rules().layout(Side.LEFT).fields()).doesNotContainKey("time");
        assertThat(run.matched()).isEqualTo(withoutTimes().matched());
    }

    private static void retime(List<String> lines, IntFunction<String> time) {
        for (int at = 1; at < lines.size(); at++) {
            lines.set(
                    at, lines.get(at).replaceFirst(" \\d\\d:\\d\\d:\\d\\d", " " + time.apply(at)));
        }
    }

    private UnknownRun withoutTimes() {
        return UnknownRun.of(
                file(left).replaceAll(" \\d\\d:\\d\\d:\\d\\d", ""),
                file(right).replaceAll(" \\d\\d:\\d\\d:\\d\\d", ""));
    }
}
