package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFormsTest {
    @ParameterizedTest
    @CsvSource({
        "NUMBER, 000-4711, 4711",
        "NUMBER, 0000, 0",
        "NUMBER, INV-007, INV007",
        "RF, RF18 5390 0754 7034, 539007547034",
        "RF, rf18-5390-0754-7034, 539007547034",
        "RF, RF19 5390 0754 7034, RF19539007547034",
        "RF, 0539007547034, 539007547034",
        "RF, RF712348231, 2348231",
        "RF, RF, RF",
        "QR, 21 00000 00003 13947 14300 09017, 21000000000313947143000901",
        "QR, 21 00000 00003 13947 14300 09018, 210000000003139471430009018",
        "QR, 000000000313947143000901, 313947143000901",
        "MOD10, 7992739871-3, 7992739871",
        "MOD10, 7992739871-4, 79927398714",
        "MOD10, 7, 7",
        "MOD11, 123456785, 12345678",
        "MOD11, 123456784, 123456784",
        "IBAN, DE89 3704 0044 0532 0130 00, DE370400440532013000",
        "IBAN, gb82 west 1234 5698 7654 32, GBWEST12345698765432",
        "IBAN, DE88 3704 0044 0532 0130 00, DE88370400440532013000",
        "IBAN, 532013000, 532013000"
    })
    void referencesLoseTheirCheckDigitsOnlyWhenTheseAreRight(
            NormalForm form, String text, String normal) {
        assertThat(NormalText.of(form, text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme Holding GmbH & Co. KG | ACME HOLDING",
                "ACME Ltd. | ACME",
                "Acme, Inc. | ACME",
                "Société Générale S.A. | SOCIETE GENERALE",
                "Fabbrica Rossi S.r.l. | FABBRICA ROSSI",
                "Huta Stal sp. z o.o. | HUTA STAL",
                "PT Maju Jaya Tbk | MAJU JAYA",
                "UAB Vilniaus Duona | VILNIAUS DUONA",
                "Grupo Uno S.A. de C.V. | GRUPO UNO",
                "Ernst Müller | ERNST MULLER",
                "AG | AG",
                "GmbH Ltd | GMBH",
                "Sa Pa Trading | SA PA TRADING",
                "The Limited Edition Shop | THE LIMITED EDITION SHOP"
            })
    void namesLoseTheirLegalFormsButNeverTheirLastWord(String text, String normal) {
        assertThat(NormalText.of(NormalForm.NAME, text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lovelace, Ada | ADA LOVELACE",
                "ada lovelace | ADA LOVELACE",
                "Ada | ADA",
                "García Márquez, Gabriel | GABRIEL GARCIA MARQUEZ",
                "An Anna An | AN AN ANNA",
                "-, | ''"
            })
    void aPersonIsKnownByWhicheverNameComesFirst(String text, String normal) {
        assertThat(NormalText.of(NormalForm.PERSON, text)).isEqualTo(normal);
    }

    @Test
    void twoSpellingsOfACompanyAreOneName() {
        assertThat(NormalText.of(NormalForm.NAME, "Müller Maschinenbau GmbH"))
                .isEqualTo(NormalText.of(NormalForm.NAME, "MUELLER MASCHINENBAU G.m.b.H."))
                .isEqualTo("MULLER MASCHINENBAU");
    }

    /// What a reference becomes with its check digits is what it is without them.
    @Test
    void everyReferenceMeetsItsBareNumber() {
        Random random = new Random(11);
        for (int round = 0; round < 5_000; round++) {
            String bare = Long.toString(1 + random.nextLong(1_000_000_000_000L));
            String number = NormalText.of(NormalForm.NUMBER, "00" + bare);
            BigInteger moved = new BigInteger(bare + "271500");
            int check = 98 - moved.mod(BigInteger.valueOf(97)).intValue();
            String rf = "RF%02d%s".formatted(check, bare);
            assertThat(NormalText.of(NormalForm.RF, rf)).isEqualTo(number);
            String wrong = "RF%02d%s".formatted((check + 1) % 100, bare);
            assertThat(NormalText.of(NormalForm.RF, wrong)).isNotEqualTo(number);
        }
    }

    @Test
    void oneWrongDigitIsAlwaysSeen() {
        String reference = "210000000003139471430009017";
        for (int place = 0; place < reference.length(); place++) {
            char digit =
                    reference.charAt(place) == '9' ? '0' : (char) (reference.charAt(place) + 1);
            String wrong = reference.substring(0, place) + digit + reference.substring(place + 1);
            assertThat(NormalText.of(NormalForm.QR, wrong)).hasSize(27);
        }
    }
}
