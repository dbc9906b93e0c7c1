package dev.recon.engine.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.Seeds;
import dev.recon.engine.table.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes of a text are, the engine reads the same characters.
class EncodingsTest {
    private static final String TEXT = "Datum;Empfänger;Betrag\n31.01.2026;Müller & Söhne;12 €\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-8, EFBBBF, UTF-8",
        "UTF-16LE, FFFE, UTF-16LE",
        "UTF-16BE, FEFF, UTF-16BE",
        "UTF-16LE, '', UTF-16LE",
        "UTF-16BE, '', UTF-16BE",
        "windows-1252, '', windows-1252"
    })
    void findsTheEncodingAndReadsTheText(String encoding, String mark, String found)
            throws IOException {
        for (int times : new int[] {1, 2, 5_000}) {
            byte[] text = TEXT.repeat(times).getBytes(Charset.forName(encoding));
            byte[] start = java.util.HexFormat.of().parseHex(mark);
            ByteBuffer joined = ByteBuffer.allocate(start.length + text.length);
            ArrayBytes file = new ArrayBytes("x.csv", joined.put(start).put(text).array());
            assertThat(Encodings.detect(file)).isEqualTo(Charset.forName(found));
            try (Bytes utf8 = Encodings.toUtf8(file, Charset.forName(found), folder)) {
                String read = new String(utf8.read(0, (int) utf8.size()), StandardCharsets.UTF_8);
                assertThat(read.replace("\uFEFF", "")).isEqualTo(TEXT.repeat(times));
                assertThat(utf8.name()).isEqualTo("x.csv");
            }
            assertFolderIsEmpty();
        }
    }

    @Test
    void shiftJisIsFoundByTheBytesThatWindows1252Lacks() throws IOException {
        String text = "請求番号,取引日,金額\nRE-1,2026年3月1日,1200\n";
        Charset japanese = Charset.forName("windows-31j");
        for (int times : new int[] {1, 5_000}) {
            byte[] bytes = text.repeat(times).getBytes(japanese);
            ArrayBytes file = new ArrayBytes("x.csv", bytes);
            assertThat(Encodings.detect(file)).isEqualTo(japanese);
            try (Bytes utf8 = Encodings.toUtf8(file, japanese, folder)) {
                assertThat(new String(utf8.read(0, (int) utf8.size()), StandardCharsets.UTF_8))
                        .isEqualTo(text.repeat(times));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,Müller & Söhne,größere Straße",
                "2,Château d’If,l’été à la forêt",
                "3,Señor Núñez,reunión mañana",
                "4,São João,ações e promoções",
                "5,Smørrebrød på Åsgård,fløde",
                "6,“Quoted” – it’s a dash…,plain",
                "7,ÉCOLE NORMALE,MÜNCHEN GRÖSSE ÄRGER",
                "8,Perché no? Città,così è più bello"
            })
    void theTextsOfAMacintoshAreTakenFromThoseOfWindows(String line) throws IOException {
        for (int times : new int[] {1, 300}) {
            String text = ("id,name,text\n" + (line + "\n").repeat(times));
            byte[] windows = text.getBytes(Encodings.WESTERN);
            assertThat(Encodings.detect(new ArrayBytes("x", windows))).isEqualTo(Encodings.WESTERN);
            byte[] mac = text.replace('\n', '\r').getBytes(MacRoman.CHARSET);
            ArrayBytes file = new ArrayBytes("x", mac);
            assertThat(Encodings.detect(file)).isEqualTo(MacRoman.CHARSET);
            try (Bytes utf8 = Encodings.toUtf8(file, MacRoman.CHARSET, folder)) {
                String read = new String(utf8.read(0, (int) utf8.size()), StandardCharsets.UTF_8);
                assertThat(read).isEqualTo(text);
            }
        }
    }

    @Test
    void linesOfAMacintoshMayEndAsElsewhere() {
        byte[] mac = "id,name\n1,Müller\n2,Gärtner\n".getBytes(MacRoman.CHARSET);
        assertThat(Encodings.detect(new ArrayBytes("x", mac))).isEqualTo(MacRoman.CHARSET);
        byte[] either = "id,name\r1,Köln\r".getBytes(MacRoman.CHARSET);
        assertThat(Encodings.detect(new ArrayBytes("x", either))).isEqualTo(MacRoman.CHARSET);
    }

    @Test
    void linesThatEndWithACarriageReturnAloneAreLines() throws IOException {
        String alone = "a,b\r1,\"x\ny\"\r2,z\r";
        try (Bytes read = utf8(alone)) {
            assertThat(new String(read.read(0, 100), StandardCharsets.UTF_8))
                    .isEqualTo("a,b\n1,\"x\ny\"\n2,z\n");
            assertThat(read.size()).isEqualTo(alone.length());
            assertThat(read.read(4, 2)).isEqualTo(new byte[] {'1', ','});
        }
        String windows = "a,b\r\n1,\"x\ry\"\r\n";
        try (Bytes read = utf8(windows)) {
            assertThat(new String(read.read(0, 100), StandardCharsets.UTF_8)).isEqualTo(windows);
        }
    }

    private Bytes utf8(String text) {
        return Encodings.toUtf8(ArrayBytes.of("x.csv", text), StandardCharsets.UTF_8, folder);
    }

    @Test
    void aFileWithTheOnlyUmlautAnywhereIsSeen() {
        String line = "1,abcdefgh\n";
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = line.repeat(1 + random.nextInt(40)).getBytes(StandardCharsets.US_ASCII);
            bytes[random.nextInt(bytes.length)] = (byte) 0xFC;
            assertThat(Encodings.detect(new ArrayBytes("x", bytes)))
                    .as("seed %s", seed)
                    .isEqualTo(Encodings.WESTERN);
        }
    }

    @Test
    void umlautsBehindTheHeadOfALargeFileAreSeen() {
        String ascii = "1,abcdefgh\n".repeat(100_000);
        byte[] bytes = (ascii + "2,Müller\n".repeat(2_000)).getBytes(Encodings.WESTERN);
        assertThat(Encodings.detect(new ArrayBytes("x", bytes))).isEqualTo(Encodings.WESTERN);
    }

    @Test
    void aFewBrokenBytesInUtf8AreFaultsOfTheirLines() {
        byte[] bytes = TEXT.repeat(20).getBytes(StandardCharsets.UTF_8);
        bytes[60] = (byte) 0xFC;
        assertThat(Encodings.detect(new ArrayBytes("x", bytes))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void charactersAcrossThePiecesOfALargeCopyAreKept() throws IOException {
        for (String letter : new String[] {"é", "漢", "😀"}) {
            for (int shift = 0; shift < 3; shift++) {
                String text = "x".repeat(shift) + letter.repeat(70_000);
                for (Charset encoding :
                        new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
                    ArrayBytes file = new ArrayBytes("x", text.getBytes(encoding));
                    try (Bytes utf8 = Encodings.toUtf8(file, encoding, folder)) {
                        assertThat(utf8.read(0, (int) utf8.size()))
                                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, 100, 81, 'byte 101: found 0x81'",
        "windows-1252, 200000, 9D, 'byte 200001: found 0x9D'",
        "UTF-16LE, 131072, 3DD8, 'byte 131073: found 0x3D'",
        "UTF-16BE, 10, DC, 'byte 11: found 0xDC'"
    })
    void aByteThatIsNoTextIsAProblemAtItsPlace(
            String encoding, int before, String bytes, String problem) throws IOException {
        byte[] good = "ab".repeat(before).getBytes(Charset.forName(encoding));
        byte[] bad = java.util.HexFormat.of().parseHex(bytes);
        byte[] end = "abc".getBytes(Charset.forName(encoding));
        ByteBuffer joined = ByteBuffer.allocate(before + bad.length + end.length);
        joined.put(good, 0, before).put(bad).put(end);
        ArrayBytes file = new ArrayBytes("x.csv", joined.array());
        assertThatThrownBy(() -> Encodings.toUtf8(file, Charset.forName(encoding), folder))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("x.csv, " + problem)
                .hasMessageContaining("expected text in " + encoding);
        assertFolderIsEmpty();
    }

    /// Two bytes are tried in full, longer ones by chance.
    @Test
    void whatIsUtf8IsWhatTheJdkReadsAsUtf8() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                assertUtf8(new byte[] {(byte) first, (byte) second});
            }
        }
        for (int seed = 0; seed < Seeds.share(60_000); seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[3 + random.nextInt(4)];
            for (int at = 0; at < bytes.length; at++) {
                int range = at == 0 ? 0xE0 : random.nextInt(9) == 0 ? 0 : 0x80;
                bytes[at] = (byte) (range + random.nextInt(range == 0xE0 ? 32 : 64));
            }
            assertUtf8(bytes);
        }
    }

    private static void assertUtf8(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        int expected = -1;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(input);
        } catch (CharacterCodingException _) {
            expected = input.position();
        }
        assertThat(Utf8.firstBroken(bytes, 0, bytes.length))
                .as("%s", Arrays.toString(bytes))
                .isEqualTo(expected);
    }

    private void assertFolderIsEmpty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
