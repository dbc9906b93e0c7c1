package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.Seeds;
import dev.recon.engine.table.TextColumn;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Text that is compared is in one form, however it was written.
class NormalTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CODE  | INV-2019/4         | INV20194
                    CODE  | '  inv 2019.4 '    | INV20194
                    CODE  | Größe              | GRÖSSE
                    CODE  | ﬁle                | FILE
                    WORDS | Acme, Ltd.         | ACME LTD
                    WORDS | '  acme   ltd '    | ACME LTD
                    WORDS | Müller & Söhne     | MULLER SOHNE
                    WORDS | Salt &amp; Pepper  | SALT PEPPER
                    WORDS | R&amp;D &#39;26    | R D 26
                    WORDS | AT&T; x            | AT T X
                    WORDS | Köln &amp; Bonn    | KOLN BONN
                    WORDS | cafe\u0301 x       | CAFE X
                    WORDS | हिन्दी             | हिन्दी
                    EXACT | '  Acme, Ltd. '    | Acme, Ltd.
                    PHONE | +49 (0)30 977-9825 | 309779825
                    PHONE | (+49) 30 977 98 25 | 309779825
                    PHONE | 0049 30 9779825    | 309779825
                    PHONE | 030/977 98 25      | 309779825
                    PHONE | 1-415-399-0499     | 4153990499
                    PHONE | +1 (415) 399 0499  | 4153990499
                    PHONE | 415 399 0499 x 12  | 4153990499
                    PHONE | +358 9 123 45      | 912345
                    PHONE | '110'              | 110
                    PHONE | n/a                | NA
                    EXACT | '--'               | --
                    CODE  | '--'               | ''
                    WORDS | ' - '              | ''
                    """)
    void bringsTextIntoItsForm(NormalForm form, String text, String normal) {
        assertThat(NormalText.of(form, text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "WORDS, Mueller & Soehne, MUELLER SOEHNE",
        "WORDS, Łódź Þór Æbelø, LODZ THOR AEBELO",
        "WORDS, Straße STRAẞE, STRASSE STRASSE",
        "WORDS, Nguyễn Thị Ánh, NGUYEN THI ANH",
        "WORDS, Київ й, КИЇВ Й",
        "NAME, Müller GmbH, MULLER",
        "NAME, Mueller GmbH, MULLER",
        "NAME, Æther Coe, ATHER",
        "NAME, Queen Blue Ltd, QUEEN BLU",
        "PERSON, Jörg Über, JORG UBER",
        "PERSON, UEBER Joerg, JORG UBER",
        "PERSON, Enrique Márquez, ENRIQUE MARQUEZ"
    })
    void latinLettersLoseTheirAccents(NormalForm form, String text, String normal) {
        assertThat(NormalText.of(form, text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @EnumSource(NormalForm.class)
    void theNormalFormOfANormalFormIsItself(NormalForm form) {
        for (int seed = 0; seed < Seeds.share(8_000); seed++) {
            String once = NormalText.of(form, text(new Random(seed)));
            assertThat(NormalText.of(form, once)).as("seed %s", seed).isEqualTo(once);
        }
    }

    /// What the slow way makes of ASCII when something beyond ASCII stands in the same cell.
    @ParameterizedTest
    // They move words, or drop letters.
    @EnumSource(
            names = {"PERSON", "PHONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void asciiIsFoldedTheSameWayWhateverStandsBesideIt(NormalForm form) {
        for (int seed = 0; seed < Seeds.share(4_000); seed++) {
            Random random = new Random(seed);
            StringBuilder ascii = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                ascii.append((char) random.nextInt(128));
            }
            String fast = NormalText.of(form, ascii + "X");
            String slow = NormalText.of(form, ascii + "X漢");
            assertThat(slow).as("seed %s", seed).isEqualTo(fast + "漢");
        }
    }

    /// Four of five numbers stand for no character: nothing becomes of them.
    @Test
    void everyCharacterFindsRoomWhateverItBecomes() {
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            switch (Character.getType(letter)) {
                case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> {
                    continue;
                }
                default -> {}
            }
            byte[] source = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
            byte[] target = new byte[source.length * NormalText.GROWTH_MAX];
            for (NormalForm form : NormalForm.values()) {
                NormalText.write(form, source, 0, source.length, target, 0);
            }
        }
    }

    @Test
    void aTextThatGrowsIsKeptWhole() {
        String grows = "\uFDFA".repeat(40);
        ReadResult read = Reads.read("reference,amount\n" + grows + ",1\n");
        TextColumn references = (TextColumn) read.table().get("reference");
        assertThat(references.text(0)).isEqualTo(NormalText.of(NormalForm.CODE, grows));
        assertThat(references.text(0).length()).isEqualTo(40 * 15);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            int range = random.nextInt(5) == 0 ? 0x20000 : random.nextBoolean() ? 0x600 : 0x80;
            int letter = random.nextInt(range);
            boolean lone = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
            text.appendCodePoint(lone ? 'a' : letter);
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(0x300 + random.nextInt(0x70));
            }
        }
        return text.toString();
    }

    /// A cell of a megabyte takes no longer than many small ones.
    @ParameterizedTest
    @EnumSource(
            value = NormalForm.class,
            names = {"PERSON", "NAME"})
    @Timeout(10)
    void hugeCellsEnd(NormalForm form) {
        StringBuilder names = new StringBuilder("A");
        for (int n = 0; n < 200_000; n++) {
            names.append(form == NormalForm.NAME ? " GmbH" : " " + (n * 7919 % 200_000));
        }
        String normal = NormalText.of(form, names.toString());
        assertThat(normal).startsWith(form == NormalForm.NAME ? "A" : "0 1 10 100 1000 10000");
        assertThat(normal.length()).isEqualTo(form == NormalForm.NAME ? 1 : names.length());
    }
}
