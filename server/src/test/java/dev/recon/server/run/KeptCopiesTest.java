package dev.recon.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recon.engine.table.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Copies make place for others, and nobody who reads one notices.
class KeptCopiesTest {
    private static final int SECONDS_MAX = 20;

    private final KeptCopies<String> copies = new KeptCopies<>(2);
    private final List<Copy> made = new ArrayList<>();
    private final ExecutorService others = Executors.newCachedThreadPool();

    /// A copy that says its name, and that nothing can be read from once it is closed.
    private static class Copy implements Bytes {
        private final String name;
        volatile boolean isClosed;

        Copy(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return name.length();
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            if (isClosed) {
                throw new IllegalStateException(name + " is closed");
            }
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, (int) position, target, offset, length);
            return length;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    @Test
    void aCopyIsMadeOnce() {
        assertThat(text(open("first"))).isEqualTo("first");
        assertThat(text(open("first"))).isEqualTo("first");

        assertThat(made).hasSize(1);
    }

    /// What somebody holds is read on, however many others came meanwhile.
    @Test
    void aTextIsReadOnAfterItsCopyMadePlaceForOthers() {
        Bytes first = open("first");
        Bytes second = open("second");
        open("third");

        assertThat(made).extracting(copy -> copy.isClosed).containsExactly(true, false, false);
        assertThat(text(first)).isEqualTo("first");
        assertThat(text(second)).isEqualTo("second");
        assertThat(made).extracting(Copy::name).endsWith("first", "second");
    }

    @Test
    void theCopyThatWasReadLastStays() {
        Bytes first = open("first");
        open("second");
        text(first);
        open("third");

        assertThat(made).extracting(copy -> copy.isClosed).containsExactly(false, true, false);
    }

    @Test
    void aCopyGoesWithTheLastWhoReadsIt() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow =
                new Copy("slow") {
                    @Override
                    public int read(long position, byte[] target, int offset, int length) {
                        begun.countDown();
                        await(goOn);
                        return super.read(position, target, offset, length);
                    }
                };
        Bytes read = copies.open("slow", () -> slow);
        Future<String> reader = others.submit(() -> text(read));
        await(begun);

        open("second");
        open("third");
        assertThat(slow.isClosed).isFalse();
        goOn.countDown();

        assertThat(reader.get(SECONDS_MAX, TimeUnit.SECONDS)).isEqualTo("slow");
        assertThat(slow.isClosed).isTrue();
    }

    @Test
    void nobodyWaitsForTheCopyOfAnotherText() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Future<Bytes> large =
                others.submit(() ->
                        copies.open(
                                "large",
                                () -> {
                                    begun.countDown();
                                    await(goOn);
                                    return new Copy("large");
                                }));
        await(begun);

        Future<Bytes> small = others.submit(() -> open("small"));

        assertThat(small.get(SECONDS_MAX, TimeUnit.SECONDS).name()).isEqualTo("small");
        goOn.countDown();
        assertThat(large.get(SECONDS_MAX, TimeUnit.SECONDS).name()).isEqualTo("large");
    }

    @Test
    void aCopyThatCouldNotBeMadeIsTriedAgain() {
        assertThatThrownBy(() ->
                        copies.open(
                                "first",
                                () -> {
                                    throw new IllegalStateException("disk full");
                                }))
                .hasMessage("disk full");

        assertThat(text(open("first"))).isEqualTo("first");
    }

    @Test
    void nothingIsLeftWhenTheServerStops() {
        open("first");
        open("second");

        copies.closeAll();

        assertThat(made).hasSize(2).allMatch(copy -> copy.isClosed);
    }

    private Bytes open(String name) {
        return copies.open(
                name,
                () -> {
                    var copy = new Copy(name);
                    made.add(copy);
                    return copy;
                });
    }

    private static String text(Bytes bytes) {
        return new String(bytes.read(0, (int) bytes.size()), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
