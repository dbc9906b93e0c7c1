package dev.recon.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.probable.NearTexts;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearTextsTest {
    @Test
    void charactersAreCountedAndNotTheirBytes() {
        assertThat(NearTexts.of("東京電力株式会社", "東京電力株会社")).isEqualTo(new NearTexts.Verdict(1, 2));
        assertThat(NearTexts.of("müller", "moller").holds()).isTrue();
        assertThat(NearTexts.of("æøåé", "æøåè").holds()).isTrue();
        assertThat(NearTexts.of("😀😁", "😀😂").holds()).isFalse();
    }

    @Test
    void textsThatDifferOnlyFarBehindDiffer() {
        String long1 = "A".repeat(70);
        assertThat(NearTexts.of(long1 + "BCD", long1 + "EFG").holds()).isFalse();
        assertThat(NearTexts.of(long1 + "BCD", long1 + "EFD").holds()).isTrue();
    }

    @Test
    void theBandCountsAsTheTextbookDoes() {
        for (long seed = 0; seed < Seeds.share(2000); seed++) {
            Random random = new Random(seed);
            String one = text(random);
            String other = random.nextBoolean() ? text(random) : edited(random, one);
            int edits = PlainCandidate.edits(one, other);
            int shorter =
                    Math.min(
                            one.codePointCount(0, one.length()),
                            other.codePointCount(0, other.length()));
            NearTexts.Verdict verdict = NearTexts.of(one, other);
            assertThat(Math.min(verdict.edits(), 3))
                    .as("%s and %s", one, other)
                    .isEqualTo(Math.min(edits, 3));
            boolean near = edits <= Math.min(2, shorter / 3);
            assertThat(verdict.holds()).isEqualTo(near);
            assertThat(NearTexts.areNear(NearTexts.Text.of(one), NearTexts.Text.of(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(near);
        }
    }

    private static String text(Random random) {
        int[] letters = {'a', 'b', 'ü', '電', 0x1F600};
        int[] text = new int[random.nextInt(9)];
        for (int at = 0; at < text.length; at++) {
            text[at] = letters[random.nextInt(letters.length)];
        }
        return new String(text, 0, text.length);
    }

    private static String edited(Random random, String text) {
        int at =
                text.offsetByCodePoints(
                        0, random.nextInt(text.codePointCount(0, text.length()) + 1));
        return text.substring(0, at) + text(random) + text.substring(at);
    }
}
