package dev.recon.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are made to do harm (S8, S9), sent to a server: kept as what they are, held with a
/// reason, soon, and nothing of them is left on its disk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileUploadTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int UPLOAD_BYTES_MAX = 32 << 20;
    private static final String LINES = "reference,amount\nA-1,10.00\n";
    private static final String CAMT =
            "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt>"
                    + "<Stmt><Id>1</Id>";

    private Path home = Path.of("");
    private TestServer server = TestServer.shared();

    @BeforeAll
    void start(@TempDir Path folder) {
        home = folder.resolve("deep/home");
        server =
                TestServer.start(
                        Map.of(
                                "RECON_HOME", home.toString(),
                                "RECON_UPLOAD_BYTES_MAX", String.valueOf(UPLOAD_BYTES_MAX)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.csv", "/tmp/evil.csv", "a/../../evil.csv", "..\\evil", "C:\\evil"})
    void namesThatLeadOutOfAnArchive(String name) {
        requireHeld(DoorFiles.zip(name, LINES), "a name that leads out of its folder");
        assertThat(home.resolve("evil.csv")).doesNotExist();
        assertThat(home.resolveSibling("evil.csv")).doesNotExist();
        assertThat(Path.of("/tmp/evil.csv")).doesNotExist();
    }

    @Test
    void namesThatHideOrAreTooLong() {
        requireHeld(DoorFiles.zip("exe.\u202Evsc", LINES), "a name that is none");
        requireHeld(DoorFiles.zip("a\nb", LINES), "a name that is none");
        requireHeld(DoorFiles.zip("x".repeat(256), LINES), "a name that is none");
    }

    @Test
    void linksPasswordsAndNamesTwice() {
        byte[] link = DoorFiles.zip("link.csv", "/etc/passwd");
        int header = place(link, "PK\1\2");
        link[header + 5] = 3;
        link[header + 41] = (byte) 0xA1;
        requireHeld(link, "a link in an archive");
        byte[] locked = DoorFiles.zip("bank.csv", LINES);
        locked[place(locked, "PK\1\2") + 8] |= 1;
        requireHeld(locked, "a file with a password");
        byte[] twice = DoorFiles.zip("a.csv", LINES, "b.csv", LINES);
        twice[place(twice, "b.csv")] = 'a';
        twice[twice.length - 22 - "b.csv".length()] = 'a';
        requireHeld(twice, "the same name twice");
    }

    @Test
    void archivesInArchives() {
        byte[] inner = DoorFiles.zip("bank.csv", LINES);
        requireHeld(DoorFiles.zip("inner.zip", inner), "an archive inside an archive");
        requireHeld(DoorFiles.gzip(inner), "an archive inside an archive");
        requireHeld(DoorFiles.gzip(DoorFiles.gzip(LINES.getBytes(UTF_8))), "gzip file inside");
    }

    @Test
    void bombs() {
        byte[] zip = DoorFiles.zip("bomb.csv", new byte[30_000_000]);
        assertThat(zip.length).isLessThan(100_000);
        requireHeld(zip, "100 times its own size");
        byte[] gzip = DoorFiles.gzip("a,b\n".repeat(16 << 20).getBytes(UTF_8));
        assertThat(gzip.length).isLessThan(200_000);
        requireHeld(gzip, "100 times its own size");
        byte[] large = DoorFiles.gzip(DoorFiles.counted(UPLOAD_BYTES_MAX + 1));
        assertThat(large.length).isBetween(UPLOAD_BYTES_MAX / 50, UPLOAD_BYTES_MAX / 2);
        requireHeld(large, "more than " + UPLOAD_BYTES_MAX + " bytes");
        String rows = "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(700_000);
        requireHeld(workbook("<worksheet><sheetData>" + rows), "100 times its own size");
    }

    @Test
    void sizesThatAreOnlyDeclared() {
        byte[] archive = DoorFiles.zip("bank.csv", LINES);
        int header = place(archive, "PK\1\2");
        Arrays.fill(archive, header + 24, header + 28, (byte) 0xFE);
        Assertions.assertTimeout(SOON, () -> server.api().upload("f", archive, Map.of()).is(201));
        requireEmptySpool();

        Api.Answer large =
                server.api().upload("large", new byte[UPLOAD_BYTES_MAX + 1], Map.of()).is(413);
        assertThat(large.text("/detail")).contains("RECON_UPLOAD_BYTES_MAX");
        requireEmptySpool();
    }

    @Test
    void hugeSharedTexts() {
        String texts = "<sst><si><t>" + "x".repeat(3_000_000) + "</t></si></sst>";
        byte[] book =
                DoorFiles.zip(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r1'/></sheets>"
                                + "</workbook>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
                                + "</Relationships>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row><c t='s'><v>0</v></c></row></sheetData>"
                                + "</worksheet>",
                        "xl/sharedStrings.xml",
                        texts);
        requireHeld(book, "");
    }

    @Test
    void filesThatTakeTooLong(@TempDir Path folder) {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (int row = 1; row <= 400_000; row++) {
            sheet.append("<row>");
            for (int column = 1; column <= 8; column++) {
                long value = (long) row * column * 7919 % 9_999_991;
                sheet.append("<c><v>").append(value).append("</v></c>");
            }
            sheet.append("</row>");
        }
        byte[] book = workbook(sheet.toString());
        Map<String, String> hasty =
                Map.of("RECON_HOME", folder.toString(), "RECON_UNFOLD_SECONDS_MAX", "1");
        try (TestServer strict = TestServer.start(hasty)) {
            Api.Answer answer =
                    Assertions.assertTimeout(
                            SOON, () -> strict.api().upload("slow.xlsx", book, Map.of()).is(201));
            assertThat(answer.text("/door/problem/found"))
                    .isEqualTo("a file that takes longer than 1 s to unfold");
            requireEmpty(folder.resolve("spool"));
        }
    }

    @Test
    void filesThatPretend() {
        requireHeld("%PDF-1.7\n1,2\n3,4\n".getBytes(UTF_8), "a PDF document");
        requireHeld("<html><body>a,b\n1,2</body></html>".getBytes(UTF_8), "a web page");
        requireHeld("MZ\0\0\0,\0\n".getBytes(UTF_8), "bytes that no text has");
        requireHeld(new byte[0], "an empty file");
        byte[] wide = "a,b\n1,2\n".getBytes(UTF_16);
        assertThat(server.api().upload("wide.csv", wide, Map.of()).is(201).text("/door/state"))
                .isEqualTo("ready");
    }

    @Test
    void externalEntitiesReachNothing() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "top secret");
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listening.getLocalPort() + "/x.dtd";
            for (String dtd :
                    new String[] {
                        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + address + "'>]>",
                        "<!DOCTYPE x SYSTEM '" + address + "'>",
                        "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + address + "'> %p;]>"
                    }) {
                String entry = "<Ntry><AddtlNtryInf>&e;</AddtlNtryInf></Ntry>";
                Api.Answer held = requireHeld((dtd + CAMT + entry).getBytes(UTF_8), "DTD");
                assertThat(held.body()).doesNotContain("top secret");
            }
            listening.setSoTimeout(200);
            Assertions.assertThrows(java.net.SocketTimeoutException.class, listening::accept);
        }
    }

    @Test
    void entitiesThatGrow() {
        var laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 'ha'>");
        for (int n = 1; n <= 30; n++) {
            String before = "&a" + (n - 1) + ";";
            laughs.append("<!ENTITY a" + n + " '" + before.repeat(10) + "'>");
        }
        requireHeld((laughs + "]>" + CAMT + "&a30;").getBytes(UTF_8), "DTD");
        String quadratic = "<!DOCTYPE l [<!ENTITY a '" + "x".repeat(50_000) + "'>]>" + CAMT;
        requireHeld((quadratic + "&a;".repeat(50_000)).getBytes(UTF_8), "DTD");
        requireHeld((CAMT + "&undeclared;").getBytes(UTF_8), "");
    }

    @Test
    void documentsThatAreTooDeepOrTooLong() {
        requireHeld((CAMT + "<X>".repeat(100_000)).getBytes(UTF_8), "broken XML");
        String text = "<Ntry><AddtlNtryInf>" + "x".repeat(6 << 20) + "</AddtlNtryInf>";
        requireHeld((CAMT + text).getBytes(UTF_8), "too long");
        requireHeld("[".repeat(1_000_000).getBytes(UTF_8), "");
        String include =
                "<d xmlns:xi='http://www.w3.org/2001/XInclude'>"
                        + "<xi:include href='file:///etc/passwd' parse='text'/></d>";
        Api.Answer answer = server.api().upload("x.xml", include);
        assertThat(answer.is(201).body()).doesNotContain("root:");
    }

    private Api.Answer requireHeld(byte[] file, String found) {
        Api.Answer answer =
                Assertions.assertTimeout(
                        SOON, () -> server.api().upload("given.csv", file, Map.of()).is(201));
        assertThat(answer.text("/door/state")).as(answer.body()).isEqualTo("held");
        assertThat(answer.text("/door/problem/found")).contains(found);
        assertThat(answer.text("/door/problem/mend")).isNotBlank();
        requireEmptySpool();
        return answer;
    }

    private void requireEmptySpool() {
        requireEmpty(home.resolve("spool"));
    }

    private static void requireEmpty(Path spool) {
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).as("nothing stays on the disk").isEmpty();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static byte[] workbook(String sheet) {
        return DoorFiles.zip(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/>"
                        + "</Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet + "</sheetData></worksheet>");
    }

    private static int place(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }
}
