package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.CurrencyPair;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Offset;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Rate;
import dev.recon.engine.rules.Rates;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.rules.Unequal;
import dev.recon.engine.table.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Everything in one account: no pass becomes quadratic, or it says why it will not run.
///
/// What is quadratic here takes 40 billion steps, more than a minute: the timeout tells, from a
/// thread of its own, because such a loop does not hear an interrupt.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneBlockTest {
    private static final int ENTRIES = 200_000;
    private static final List<String> ACCOUNT = List.of("account");
    private static final Tolerance WIDE = new Tolerance.Absolute(new BigDecimal("100.00"));
    private static final List<TestEntry> LEFT = entries(1, 1);
    private static final List<TestEntry> RIGHT = entries(2, 1);

    @Test
    void exactMatchesAllOfOneKey() {
        assertThat(run(new Pass.Exact("exact", ACCOUNT, Ambiguity.BEST))).isEqualTo(ENTRIES);
    }

    @Test
    void closeMatchesWithAnyAmount() {
        assertThat(run(close(new Tolerance.Any(), DayWindow.ANY))).isEqualTo(ENTRIES);
    }

    @Test
    void closeMatchesWithAWideTolerance() {
        assertThat(run(close(WIDE, new DayWindow(3, 3)))).isGreaterThan(ENTRIES / 2);
    }

    @Test
    void closeMatchesInAWindowThatIsOpenToOneEnd() {
        DayWindow later = new DayWindow(0, DayWindow.UNBOUNDED);
        assertThat(run(close(new Tolerance.Any(), later))).isGreaterThan(ENTRIES / 2);
    }

    @Test
    void closeMatchesWithAWidePercentage() {
        Tolerance percent = new Tolerance.Percent(new BigDecimal("90"));
        assertThat(run(close(percent, DayWindow.ANY))).isGreaterThan(ENTRIES / 2);
    }

    @Test
    void groupIsOneMatch() {
        assertThat(
                        run(
                                new Pass.Group(
                                        "group",
                                        ACCOUNT,
                                        new Tolerance.Any(),
                                        DayWindow.ANY,
                                        Unequal.LEAVE)))
                .isEqualTo(1);
    }

    @Test
    void feeMatchesWhatItLeaves() {
        Schedule schedule =
                new Schedule(new BigDecimal("2.9"), new BigDecimal("0.30"), Rounding.HALF_UP);
        assertThat(
                        run(
                                new Pass.Fee(
                                        "fee",
                                        ACCOUNT,
                                        List.of(schedule),
                                        Side.LEFT,
                                        DayWindow.ANY,
                                        Ambiguity.BEST)))
                .isGreaterThan(0);
    }

    @Test
    void sumStopsAndSaysWhere() {
        Pass.Sum pass =
                new Pass.Sum("sum", ACCOUNT, DayWindow.ANY, List.of(), 5, 3, Ambiguity.SUGGEST);
        Matching matching = scene(pass).run(2);
        assertThat(matching.stops(0).count()).isEqualTo(4L * ENTRIES);
        assertThat(matching.stops(0).side()).isEqualTo(Side.LEFT);
        assertThat(matching.stops(0).row()).isZero();
        assertThat(matching.stops(0).candidates()).isEqualTo(ENTRIES);
    }

    @Test
    void referenceTakesACommonOneForNone() {
        Pass pass =
                new Pass.Reference(
                        "reference", "reference", "text", List.of(), 1, 20, Ambiguity.BEST);
        assertThat(scene(pass).run(2).count()).isZero();
    }

    /// Each of 200 references stands for 1,000 entries of either side: 200 million pairs.
    @Test
    void referenceIsRefusedWithTheCountOfItsPairs() {
        Pass pass =
                new Pass.Reference("short", "reference", "text", List.of(), 1, 20, Ambiguity.BEST);
        Scene scene = new Scene(entries(1, 200), entries(2, 200), List.of(pass), Decisions.NONE);
        assertThatThrownBy(() -> scene.run(2))
                .isInstanceOfSatisfying(
                        InputProblem.class,
                        refused -> {
                            assertThat(refused.problem().where()).isEqualTo("pass short");
                            assertThat(refused.problem().found()).startsWith("200000000 pairs");
                            assertThat(refused.problem().expected())
                                    .isEqualTo("at most 68000000 pairs");
                            assertThat(refused.problem().mend()).contains("key of the pass");
                        });
    }

    /// Any date and an amount within 1,000.00 of up to 100,000.00: about 2 % of 40 billion pairs.
    @Test
    void closeWithSimilarTextsIsRefusedWithTheCountOfItsPairs() {
        Pass pass =
                new Pass.Close(
                        "alike",
                        ACCOUNT,
                        new Tolerance.Absolute(new BigDecimal("1000.00")),
                        DayWindow.ANY,
                        List.of("reference"),
                        Ambiguity.BEST);
        assertThatThrownBy(() -> scene(pass).run(2))
                .isInstanceOfSatisfying(
                        InputProblem.class,
                        refused -> {
                            assertThat(refused.problem().where()).isEqualTo("pass alike");
                            assertThat(refused.problem().found())
                                    .matches("7\\d{8} pairs whose texts would be compared");
                            assertThat(refused.problem().expected())
                                    .isEqualTo("at most 68000000 pairs");
                            assertThat(refused.problem().mend()).contains("narrow its amount");
                        });
    }

    @Test
    void closeWithSimilarTextsRunsWhereItsWindowIsNarrow() {
        Pass pass =
                new Pass.Close(
                        "alike",
                        ACCOUNT,
                        new Tolerance.Absolute(new BigDecimal("0.50")),
                        new DayWindow(1, 1),
                        List.of("reference"),
                        Ambiguity.BEST);
        assertThat(run(pass)).isGreaterThan(ENTRIES / 8);
    }

    /// Half of the entries are below zero: purchases of one account and their refunds.
    @Test
    void contraPairsWhatCancels() {
        assertThat(cancelled(Offset.PAIR, new Tolerance.Any())).isEqualTo(ENTRIES / 2);
        assertThat(cancelled(Offset.PAIR, WIDE)).isGreaterThan(ENTRIES / 3);
        assertThat(cancelled(Offset.ALL, new Tolerance.Any())).isEqualTo(1);
    }

    private static int cancelled(Offset offset, Tolerance amount) {
        Pass pass =
                new Pass.Contra(
                        "contra",
                        ACCOUNT,
                        List.of(Side.LEFT),
                        offset,
                        amount,
                        offset == Offset.ALL ? DayWindow.ANY : new DayWindow(30, 30),
                        List.of(),
                        Ambiguity.BEST);
        List<TestEntry> left = new ArrayList<>(LEFT);
        for (int at = 0; at < ENTRIES; at += 2) {
            TestEntry one = left.get(at);
            left.set(at, new TestEntry("E", -one.units(), "EUR", one.day(), one.texts()));
        }
        return new Scene(left, List.of(), List.of(pass), Decisions.NONE).run(2).count();
    }

    /// What an account holds in dollars, against what it holds in euros.
    @Test
    void fxMatchesWhatItIsWorth() {
        CurrencyPair pair = CurrencyPair.find("USD/EUR").orElseThrow();
        Rate rate = new Rate(pair, LocalDate.ofEpochDay(20_000), new BigDecimal("0.92"));
        Rates rates = new Rates(Side.RIGHT, 40, Rounding.HALF_UP, List.of(rate));
        List<TestEntry> left = new ArrayList<>(LEFT);
        left.replaceAll(one -> new TestEntry("E", one.units(), "USD", one.day(), one.texts()));
        Pass pass =
                new Pass.Fx("fx", ACCOUNT, List.of(), WIDE, new DayWindow(3, 3), Ambiguity.BEST);
        Scene scene = new Scene(left, RIGHT, List.of(pass), Decisions.NONE, rates);
        assertThat(scene.run(2).count()).isGreaterThan(ENTRIES / 2);
    }

    private static Pass close(Tolerance amount, DayWindow days) {
        return new Pass.Close("close", ACCOUNT, amount, days, List.of(), Ambiguity.BEST);
    }

    private static int run(Pass pass) {
        return scene(pass).run(2).count();
    }

    private static Scene scene(Pass pass) {
        return new Scene(LEFT, RIGHT, List.of(pass), Decisions.NONE);
    }

    private static List<TestEntry> entries(long seed, int references) {
        String name = seed == 1 ? "reference" : "text";
        List<Map<String, String>> texts =
                IntStream.range(0, references)
                        .mapToObj(number -> Map.of("account", "A", name, "R" + number))
                        .toList();
        Random random = new Random(seed);
        List<TestEntry> entries = new ArrayList<>();
        for (int at = 0; at < ENTRIES; at++) {
            int day = 20_000 + random.nextInt(30);
            long units = 1L + random.nextInt(10_000_000);
            entries.add(new TestEntry("E", units, "EUR", day, texts.get(at % references)));
        }
        return entries;
    }
}
