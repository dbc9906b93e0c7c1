package dev.recon.engine.fee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeeLearnerTest {
    private static final String ONE_PARTY = "ACME";

    private static long gross(Random random) {
        return 100 + (long) Math.pow(10, 2 + 4 * random.nextDouble());
    }

    private static FeePairs pairs(int count, String party, LongUnaryOperator fee) {
        Random random = new Random(count);
        FeePairs pairs = new FeePairs();
        for (int row = 0; row < count; row++) {
            long gross = gross(random);
            pairs.add(gross, gross - fee.applyAsLong(gross), party);
        }
        return pairs;
    }

    private static LongUnaryOperator schedule(long rate, long fixed, Rounding rounding) {
        return new Formula(rate, fixed, rounding, 1)::fee;
    }

    private static List<String> words(FeeSchedules schedules) {
        return schedules.all().stream()
                .map(one ->
                        one.words()
                                + (one.field().isEmpty() ? "" : " " + one.value())
                                + " "
                                + one.fits()
                                + "/"
                                + one.of())
                .toList();
    }

    @Test
    void percentAndFixedFeeAreFoundDespiteStrangers() {
        FeePairs pairs = pairs(1_204, ONE_PARTY, schedule(29_000, 30, Rounding.HALF_UP));
        for (long odd = 1; odd <= 6; odd++) {
            pairs.add(10_000 * odd, 10_000 * odd - 777 - 1_313 * odd, ONE_PARTY);
        }
        assertThat(words(pairs.learn())).containsExactly("2.9 % + 0.30 1204/1210");
        FittedSchedule found = pairs.learn().all().getFirst();
        assertThat(found.gross()).isEqualTo(Side.LEFT);
        assertThat(found.total().units()).isEqualTo(pairs.fees(1_204));
        assertThat(pairs.learn().find(0, 0)).contains(found);
        assertThat(pairs.learn().find(1_209, 1_209)).isEmpty();
    }

    @Test
    void withheldTaxIsFoundWithItsRounding() {
        for (Rounding rounding : Rounding.values()) {
            FeePairs pairs = pairs(400, ONE_PARTY, schedule(263_750, 0, rounding));
            assertThat(words(pairs.learn())).containsExactly("26.375 % 400/400");
        }
    }

    @Test
    void halvesTellTheWaysOfRoundingApart() {
        for (Rounding rounding : Rounding.values()) {
            FeePairs pairs = new FeePairs();
            LongUnaryOperator fee = schedule(5_000, 25, rounding);
            for (long gross = 1_000; gross < 9_000; gross += 50) {
                pairs.add(gross, gross - fee.applyAsLong(gross), ONE_PARTY);
            }
            assertThat(pairs.learn().all().getFirst().schedule().rounding()).isEqualTo(rounding);
        }
    }

    @Test
    void aFixedFeeNeedsNoShare() {
        assertThat(words(pairs(50, ONE_PARTY, _ -> 35).learn())).containsExactly("0.35 50/50");
    }

    @Test
    void eachPartyMayHaveItsOwnSchedule() {
        FeePairs pairs = pairs(120, "ACME", schedule(29_000, 30, Rounding.HALF_UP));
        pairs.addAll(pairs(100, "BETA", schedule(14_000, 25, Rounding.HALF_UP)));
        pairs.addAll(pairs(90, "CARD", schedule(0, 50, Rounding.HALF_UP)));
        assertThat(words(pairs.learn()))
                .containsExactly(
                        "2.9 % + 0.30 ACME 120/120",
                        "1.4 % + 0.25 BETA 100/100", "0.50 CARD 90/90");
    }

    @Test
    void theGrossSideMayBeTheRight() {
        FeePairs pairs = pairs(60, ONE_PARTY, schedule(10_000, 0, Rounding.DOWN)).swapped();
        assertThat(words(pairs.learn())).containsExactly("1 % 60/60");
        assertThat(pairs.learn().all().getFirst().gross()).isEqualTo(Side.RIGHT);
    }

    @Test
    void aCentBothWaysIsRounding() {
        Random random = new Random(3);
        FeePairs pairs = new FeePairs();
        for (int row = 0; row < 80; row++) {
            long gross = gross(random);
            pairs.add(gross, gross + (row % 2 == 0 ? 1 : -1), ONE_PARTY);
        }
        assertThat(words(pairs.learn()))
                .containsExactly("rounding by 0.01 40/40", "rounding by 0.01 40/40");
    }

    @Test
    void fewerThanTenFitsAreNoSchedule() {
        assertThat(words(pairs(9, ONE_PARTY, schedule(29_000, 30, Rounding.HALF_UP)).learn()))
                .isEmpty();
    }

    @Test
    void aShareNeedsGrossAmountsThatDiffer() {
        FeePairs pairs = new FeePairs();
        for (int row = 0; row < 40; row++) {
            pairs.add(10_000, 9_680, ONE_PARTY);
        }
        assertThat(words(pairs.learn())).containsExactly("3.20 40/40");
    }

    /// Differences without a rule: of any width, in cents, in whole units, as random shares.
    private static final List<Chance> CHANCES =
            List.of(
                    (random, _) -> 1 + random.nextInt(500),
                    (random, _) -> 1 + random.nextInt(5),
                    (random, _) -> 1 + random.nextInt(20),
                    (random, _) -> 100L * (1 + random.nextInt(30)),
                    (random, gross) -> 1 + (long) (gross * random.nextDouble() * 0.05),
                    (random, gross) -> 1 + (long) (gross * (0.02 + 0.01 * random.nextDouble())),
                    (random, _) -> (long) Math.pow(10, random.nextDouble() * 4));

    private interface Chance {
        long fee(Random random, long gross);
    }

    @Test
    void coincidenceIsNeverCalledASchedule() {
        IntUnaryOperator sizes = round -> new int[] {12, 30, 100, 1_000, 5_000}[round % 5];
        for (int round = 0; round < Seeds.share(210); round++) {
            Random random = new Random(round);
            Chance chance = CHANCES.get(round % CHANCES.size());
            FeePairs pairs = new FeePairs();
            for (int row = sizes.applyAsInt(round / 7); row > 0; row--) {
                long gross = 10_000 + gross(random);
                gross -= round % 2 == 0 ? 0 : gross % 100;
                pairs.add(gross, gross - chance.fee(random, gross), "P" + random.nextInt(20));
            }
            assertThat(words(pairs.learn())).as("round %d", round).isEmpty();
        }
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        FeePairs pairs = mixed();
        List<String> first = words(pairs.learn());
        assertThat(first).hasSizeGreaterThan(2);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(words(pairs.shuffled(seed).learn())).isEqualTo(first);
        }
    }

    @Test
    void swappingTheSidesMirrorsTheSchedules() {
        Stream<FittedSchedule> turned = mixed().swapped().learn().all().stream();
        assertThat(words(mixed().swapped().learn()))
                .containsExactlyInAnyOrderElementsOf(words(mixed().learn()));
        assertThat(turned.map(FittedSchedule::gross)).contains(Side.RIGHT);
    }

    private static FeePairs mixed() {
        FeePairs pairs = pairs(120, "ACME", schedule(29_000, 30, Rounding.HALF_UP));
        pairs.addAll(pairs(70, "BETA", schedule(14_500, 0, Rounding.HALF_EVEN)));
        pairs.addAll(pairs(50, "BETA", schedule(14_500, 0, Rounding.DOWN)).swapped());
        Random random = new Random(5);
        for (int row = 0; row < 60; row++) {
            long gross = gross(random);
            pairs.add(gross, gross - 1 - random.nextInt(90), "P" + random.nextInt(5));
        }
        List<FeePairs.Pair> all = new ArrayList<>(pairs.all());
        Collections.shuffle(all, random);
        return new FeePairs(all);
    }
}
