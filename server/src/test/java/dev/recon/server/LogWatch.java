package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Reads every line that servers write while tests run, those in processes of their own, too, and
/// fails the class in which one tells a password, a key or a token (S19). It is there for every
/// test: `META-INF/services` names it.
public final class LogWatch implements BeforeAllCallback, AfterAllCallback {
    /// Whole keys, signed tokens, and what the people of the tests prove themselves with.
    private static final Pattern SECRET =
            Pattern.compile(
                    "rk_live_[0-9a-f]{32}_[A-Za-z0-9_-]{43}"
                            + "|eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{20,}"
                            + "|"
                            + Pattern.quote(FirstKey.PASSWORD)
                            + "|"
                            + Pattern.quote(FirstKey.PEPPER));

    private static final List<String> FOUND = new ArrayList<>();
    private static boolean isWatching;

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (FOUND) {
            if (!isWatching) {
                isWatching = true;
                System.setOut(new PrintStream(new Lines(System.out), true, StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(take()).as("lines of the log that tell a secret").isEmpty();
    }

    /// What was found so far; it is forgotten then.
    static List<String> take() {
        synchronized (FOUND) {
            List<String> told = List.copyOf(FOUND);
            FOUND.clear();
            return told;
        }
    }

    /// Looks at one line of a log.
    static void read(String line) {
        if (SECRET.matcher(line).find()) {
            synchronized (FOUND) {
                FOUND.add(line);
            }
        }
    }

    /// Hands on what is written, and reads it line by line.
    private static final class Lines extends OutputStream {
        private static final int LINE_BYTES_MAX = 1 << 16;

        private final PrintStream target;
        private final StringBuilder line = new StringBuilder();

        Lines(PrintStream target) {
            this.target = target;
        }

        @Override
        public synchronized void write(int one) {
            target.write(one);
            add((char) (one & 0xFF));
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) {
            target.write(bytes, from, count);
            for (int at = from; at < from + count; at++) {
                add((char) (bytes[at] & 0xFF));
            }
        }

        @Override
        public void flush() {
            target.flush();
        }

        private void add(char letter) {
            if (letter == '\n' || line.length() == LINE_BYTES_MAX) {
                read(line.toString());
                line.setLength(0);
            } else {
                line.append(letter);
            }
        }
    }
}
