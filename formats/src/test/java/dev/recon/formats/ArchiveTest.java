package dev.recon.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.engine.read.Choices;
import dev.recon.formats.Opened.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Archives, and the attacks by them (S8): refused with a reason, nothing written beside.
class ArchiveTest {
    private static final String LINES = "reference,amount\nA-1,10.00\n";

    @RegisterExtension private final TestDoor door = new TestDoor();

    @Test
    void theOneFileOfAnArchiveIsRead() throws IOException {
        assertThat(read(zip("bank.csv", LINES, "__MACOSX/x", "?", "folder/", ""))).isEqualTo(LINES);
    }

    /// As the Explorer of Windows packs them (code page 437), and others without saying so (UTF-8).
    @ParameterizedTest
    @ValueSource(strings = {"IBM437", "UTF-8"})
    void namesNeedNotSayWhatTheyAreWrittenIn(String encoding) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes, Charset.forName(encoding))) {
            for (String name : new String[] {"Umsätze März.csv", "Größe.csv"}) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(("a,b\n" + name.length() + ",2\n").getBytes(UTF_8));
            }
        }
        byte[] made = bytes.toByteArray();
        if (encoding.equals("UTF-8")) {
            untold(made, "PK\1\2", 9);
            untold(made, "PK\3\4", 7);
        }
        var choices =
                new Choices(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("Umsätze März.csv"),
                        Optional.empty());

        assertThat(read(made)).isEqualTo("a,b\n9,2\n16,2\n");
        try (Text text = door.text(door.file(made), choices)) {
            assertThat(text.path()).hasContent("a,b\n16,2\n");
        }
    }

    /// Takes the flag away by which a name says that it is UTF-8.
    private static void untold(byte[] archive, String signature, int flags) {
        String all = new String(archive, ISO_8859_1);
        for (int at = all.indexOf(signature); at >= 0; at = all.indexOf(signature, at + 1)) {
            archive[at + flags] &= ~8;
        }
    }

    @Test
    void partsOfOneTableAreJoinedInTheOrderOfTheirNames() throws IOException {
        byte[] archive =
                zip("2.csv", "a,b\n3,4", "1.csv", "\uFEFFa,b\r\n1,2\r\n", "3.csv", "a,b\n5,ü\n");

        assertThat(read(archive)).isEqualTo("\uFEFFa,b\r\n1,2\r\n3,4\n5,ü\n");
    }

    @Test
    void partsInSeveralEncodingsAreJoined() throws IOException {
        byte[] archive = zip("1.csv", "a,b\n1,ü\n".getBytes(ISO_8859_1), "2.csv", "a,b\n2,ü\n");

        assertThat(read(archive)).isEqualTo("a,b\n1,ü\n2,ü\n");
    }

    @Test
    void differentTablesAreNotJoined() throws IOException {
        var problem = door.refused(zip("1.csv", "a,b\n1,2\n", "2.csv", "c,d\n1,2\n"));

        assertThat(problem.where()).isEqualTo("given.csv, 2.csv");
        assertThat(problem.found()).contains("\"c,d\"");
        assertThat(problem.mend()).contains("member");
    }

    @Test
    void oneOfSeveralFilesCanBeChosen() throws IOException {
        Path file = door.file(zip("1.csv", "a,b\n1,2\n", "2.csv", "c,d\n1,2\n"));
        var choices =
                new Choices(
                        Optional.empty(), Optional.empty(), Optional.of("2.csv"), Optional.empty());

        try (Text text = door.text(file, choices)) {
            assertThat(text.path()).hasContent("c,d\n1,2\n");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Path file = door.file(zip("1.csv", LINES));
        var choices =
                new Choices(
                        Optional.empty(), Optional.empty(), Optional.of("3.csv"), Optional.empty());

        assertThat(door.open(file, choices).toString()).contains("an archive with 1.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.csv",
                "/etc/evil.csv",
                "a/../../b",
                "..\\evil",
                "C:\\evil",
                "a\nb",
                "exe.\u202Evsc",
                ""
            })
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        var problem = door.refused(zip(name, LINES));

        assertThat(problem.found()).startsWith("a name that ");
        assertThat(door.folder().resolve("../evil.csv")).doesNotExist();
    }

    @Test
    void longNamesAreRefused() throws IOException {
        assertThat(door.refused(zip("x".repeat(256), LINES)).found()).startsWith("a name that ");
    }

    @Test
    void linksAreRefused() throws IOException {
        byte[] archive = zip("link.csv", "/etc/passwd");
        int header = place(archive, "PK\1\2");
        archive[header + 5] = 3; // made by Unix
        archive[header + 41] = (byte) 0xA1; // a symbolic link, 0120777

        assertThat(door.refused(archive).found()).isEqualTo("a link in an archive");
    }

    @Test
    void passwordsAreRefused() throws IOException {
        byte[] archive = zip("bank.csv", LINES);
        archive[place(archive, "PK\1\2") + 8] |= 1;

        assertThat(door.refused(archive).found()).startsWith("a file with a password");
    }

    @Test
    void theSameNameTwiceIsRefused() throws IOException {
        byte[] archive = zip("a.csv", LINES, "b.csv", LINES);
        archive[place(archive, "b.csv")] = 'a';
        archive[archive.length - 22 - "b.csv".length()] = 'a';

        assertThat(door.refused(archive).found()).isEqualTo("the same name twice in an archive");
    }

    @Test
    void archivesInArchivesAreRefused() throws IOException {
        byte[] inner = zip("bank.csv", LINES);

        assertThat(door.refused(zip("inner.zip", inner)).found())
                .isEqualTo("an archive inside an archive");
        assertThat(door.refused(TestDoor.gzip(inner)).found())
                .isEqualTo("an archive inside an archive");
        assertThat(door.refused(zip("inner.gz", TestDoor.gzip(inner))).found())
                .isEqualTo("a gzip file inside a gzip file");
    }

    @Test
    void aBombIsRefused() throws IOException {
        byte[] archive = zip("bomb.csv", new byte[40_000_000]);

        assertThat(archive.length).isLessThan(100_000);
        assertThat(door.refused(archive).found()).contains("100 times its own size");
    }

    @Test
    void moreThanTheLimitIsRefused() throws IOException {
        var noise = new byte[2_000_000];
        new Random(1).nextBytes(noise);
        byte[] archive = zip("a.csv", new byte[68_000_000], "b.csv", noise);

        assertThat(door.refused(archive).found()).contains("more than " + (1 << 26) + " bytes");
    }

    @Test
    void aThousandFilesAreEnough() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (int n = 0; n <= 1_000; n++) {
                zip.putNextEntry(new ZipEntry(n + ".csv"));
                zip.closeEntry();
            }
        }

        assertThat(door.refused(packed.toByteArray()).found()).contains("more than 1000 files");
    }

    @Test
    void aDeclaredSizeIsNotBelieved() throws IOException {
        byte[] archive = zip("bank.csv", LINES);
        int header = place(archive, "PK\1\2");
        Arrays.fill(archive, header + 24, header + 28, (byte) 0xFE); // 4 GB unpacked

        Path file = door.file(archive);
        Opened opened = door.open(file, Choices.NONE);
        if (opened instanceof Text text) {
            try (text) {
                assertThat(text.path()).hasContent(LINES);
            }
        }
    }

    @Test
    void anArchiveThatBreaksOffIsRefused() throws IOException {
        byte[] archive = zip("bank.csv", LINES);

        for (int length = 4; length < archive.length; length++) {
            assertThat(door.refused(Arrays.copyOf(archive, length)).found()).isNotEmpty();
        }
    }

    @Test
    void anArchiveWithoutFilesIsRefused() throws IOException {
        assertThat(door.refused(zip("folder/", "")).found()).isEqualTo("an archive without files");
    }

    private String read(byte[] archive) throws IOException {
        try (Text text = door.text(door.file(archive))) {
            return java.nio.file.Files.readString(text.path());
        }
    }

    private static int place(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }

    /// Names and contents in turn, as texts or bytes.
    static byte[] zip(Object... members) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (int at = 0; at < members.length; at += 2) {
                zip.putNextEntry(new ZipEntry((String) members[at]));
                zip.write(
                        members[at + 1] instanceof byte[] bytes
                                ? bytes
                                : ((String) members[at + 1]).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
