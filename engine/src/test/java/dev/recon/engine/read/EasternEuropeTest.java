package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What words look like says in which encoding of one byte a character they are.
class EasternEuropeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "windows-1250; 1,Żabka Sp. z o.o.,zapłata za fakturę,Łódź",
                "windows-1250; 1,ŚWIĘTY MŁYN,GDAŃSK,KRAKÓW ŻÓŁĆ",
                "windows-1250; 1,Příliš žluťoučký kůň,úhrada faktury č. 7,Plzeň",
                "windows-1250; 1,Škoda Košice,účet za železo,Žilina",
                "ISO-8859-2; 1,Święty Młyn,zapłata z góry,źródło",
                "windows-1251; 1,Оплата по счёту № 17,ООО «Ромашка»,Москва",
                "windows-1251; 1,Иван Петров,аренда,Пловдив"
            })
    void theEastOfEuropeIsRead(String encoding, String line) {
        for (int times : new int[] {1, 300}) {
            byte[] text =
                    ("id,name,text\n" + (line + "\n").repeat(times))
                            .getBytes(Charset.forName(encoding));
            assertThat(Encodings.detect(new ArrayBytes("x", text)))
                    .isEqualTo(Charset.forName(encoding));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,12 m³ Kies,größere Straße",
                "2,¿Qué tal?,mañana señor",
                "3,£m of Citroën,naïve",
                "4,20 °C und 1¼ l,Käse",
                "5,Château Cœur,œuvre d’été",
                "6,Smørrebrød på Åsgård,ÆØÅ",
                "7,ÉCOLE NORMALE,L'ÉTÉ À LA FORÊT"
            })
    void theWestIsWhatItWas(String line) {
        for (int times : new int[] {1, 300}) {
            byte[] text =
                    ("id,name,text\n" + (line + "\n").repeat(times)).getBytes(Encodings.WESTERN);
            assertThat(Encodings.detect(new ArrayBytes("x", text))).isEqualTo(Encodings.WESTERN);
        }
    }

    @Test
    void theTextsOfAMacintoshAreNotTakenForIt() {
        byte[] text = "id,name\n1,Smørrebrød på Gård\n2,fløde".getBytes(MacRoman.CHARSET);
        assertThat(Encodings.detect(new ArrayBytes("x", text))).isEqualTo(MacRoman.CHARSET);
    }

    @Test
    void japaneseIsNotTakenForIt() {
        Charset japanese = Charset.forName("windows-31j");
        byte[] text = "日付,摘要\n1,ﾔﾏﾀﾞ ﾀﾛｳ 振込\n2,東京電機\n".getBytes(japanese);
        assertThat(Encodings.detect(new ArrayBytes("x", text))).isEqualTo(japanese);
    }
}
