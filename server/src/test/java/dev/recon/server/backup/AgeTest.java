package dev.recon.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is encrypted here opens with the tool `age`, the other way round, and never when changed.
class AgeTest {
    private static final String IDENTITY =
            "AGE-SECRET-KEY-1ARJ0ASSA6RYTWTKG0UN4CWV425S7AQZX6MT4PFDGUKACUGYEP7QS73KNJW";
    private static final String RECIPIENT =
            "age1d5va0xpaaaunj3npapzx3y3yzsv9gz0vc9dt9z889g8pnldc3vps80kd3t";
    private static final String OTHER_IDENTITY =
            "AGE-SECRET-KEY-172XC406VE7ZXQHFUJNA2747CFRQ0S47J4ZRKSK055GT42P8S8DJQ2FFR4F";
    private static final int TAG_BYTES = 16;
    private static final Path TOOL = Path.of("/usr/bin/age");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_001})
    void whatIsSealedOpensForItsIdentity(int size) throws IOException {
        byte[] plain = noise(size);

        assertThat(open(seal(plain), identity())).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_536, 300_001})
    void theToolOpensOursAndWeOpenItsOwn(int size, @TempDir Path folder) throws Exception {
        assumeThat(TOOL).as("the tool age is installed").isExecutable();
        byte[] plain = noise(size);
        Path keys = Files.writeString(folder.resolve("keys"), "# made here\n" + IDENTITY + "\n");
        Path ours = Files.write(folder.resolve("ours.age"), seal(plain));
        Path opened = folder.resolve("opened");
        run("--decrypt", "-i", keys.toString(), "-o", opened.toString(), ours.toString());
        assertThat(opened).hasBinaryContent(plain);

        Path its = folder.resolve("its.age");
        run("--encrypt", "-i", keys.toString(), "-o", its.toString(), opened.toString());
        assertThat(open(Files.readAllBytes(its), AgeIdentity.parse(Files.readString(keys))))
                .isEqualTo(plain);
    }

    @Test
    void aChangedByteAnywhereIsSeen() {
        byte[] plain = noise(70_000);
        byte[] sealed = seal(plain);
        Random random = new Random(1);
        for (int tries = 0; tries < 300; tries++) {
            // The header byte by byte, the rest at random.
            int place = tries < 200 ? tries : random.nextInt(sealed.length);
            byte[] changed = sealed.clone();
            changed[place] ^= (byte) (1 << random.nextInt(7));
            assertThatThrownBy(() -> open(changed, identity()))
                    .as("byte %d", place)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileThatWasCutIsSeenAlsoBetweenTwoChunks() {
        byte[] sealed = seal(noise(200_000));
        int body = sealed.length - (200_000 + 4 * TAG_BYTES);
        for (int length = body; length < sealed.length; length += 65_552) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> open(cut, identity()))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> open(new byte[0], identity())).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsAddedBehindTheEndIsSeen() {
        byte[] sealed = seal(noise(100));
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);

        assertThatThrownBy(() -> open(longer, identity())).isInstanceOf(IOException.class);
    }

    @Test
    void anotherIdentityIsToldSo() {
        byte[] sealed = seal(noise(100));
        AgeIdentity other = AgeIdentity.parse(OTHER_IDENTITY);

        assertThatThrownBy(() -> open(sealed, other))
                .hasMessageContaining("encrypted for another key");
    }

    @Test
    void aKeyThatWasMistypedIsToldWithoutRepeatingIt() {
        String mistyped = IDENTITY.replace("ARJ0", "ARJ8");

        assertThatThrownBy(() -> AgeIdentity.parse(mistyped))
                .hasMessageContaining("BACKUP_IDENTITY")
                .hasMessageContaining("a letter was mistyped")
                .hasMessageNotContaining("ARJ8");
        assertThatThrownBy(() -> AgeRecipient.parse("age1qqqq"))
                .hasMessageContaining("BACKUP_RECIPIENT");
        assertThatThrownBy(() -> AgeRecipient.parse(IDENTITY))
                .hasMessageContaining("it does not begin with age1");
    }

    private static AgeIdentity identity() {
        return AgeIdentity.parse(IDENTITY);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(byte[] plain) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream stream = AgeRecipient.parse(RECIPIENT).seal(sealed)) {
            stream.write(plain);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(byte[] sealed, AgeIdentity identity) throws IOException {
        try (InputStream opened = identity.open(new ByteArrayInputStream(sealed))) {
            return opened.readAllBytes();
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = TOOL.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
