package dev.recon.engine.read;

import dev.recon.engine.table.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds out how the bytes of a file are to be read as characters, and turns them into UTF-8.
///
/// The engine itself reads UTF-8 only; a file in another encoding is copied once.
public final class Encodings {
    /// The superset of ISO 8859-1 that Western files in one byte a character really use.
    public static final Charset WESTERN = Charset.forName("windows-1252");

    /// Shift JIS as Windows writes it: half of its characters begin with bytes that windows-1252
    /// does not have.
    private static final Charset JAPANESE = Charset.forName("windows-31j");

    private static final int SAMPLE_BYTES = 1 << 18;
    private static final int ZEROS_BYTES = 1 << 10;
    private static final int PLACES = 16;
    private static final int LONGEST = 4;
    private static final int PIECE = 1 << 16;

    private Encodings() {}

    /// The most likely encoding: by its byte order mark, by the zeros of UTF-16, UTF-8 where the
    /// sampled places of the file are UTF-8, those of the east of Europe where words show it (see
    /// [EasternEurope]), Shift JIS where windows-1252 has not all its bytes, Mac Roman where its
    /// letters stand better beside their neighbours, else windows-1252.
    public static Charset detect(Bytes file) {
        byte[] head = file.read(0, ZEROS_BYTES);
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        int even = 0;
        int odd = 0;
        for (int at = 0; at + 1 < head.length; at += 2) {
            even += head[at] == 0 ? 1 : 0;
            odd += head[at + 1] == 0 ? 1 : 0;
        }
        int many = head.length / 8;
        if (odd > many && even == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > many && odd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (isMostlyUtf8(file)) {
            return StandardCharsets.UTF_8;
        }
        return notUnicode(file.read(0, SAMPLE_BYTES));
    }

    /// The encoding of a text that is none of Unicode.
    private static Charset notUnicode(byte[] sample) {
        boolean mayBeJapanese = !isIn(WESTERN, sample) && isIn(JAPANESE, sample);
        Optional<Charset> eastern =
                EasternEurope.find(sample)
                        .filter(found -> isIn(found, sample))
                        .filter(_ -> !mayBeJapanese || isLonely(sample));
        if (eastern.isPresent()) {
            return eastern.get();
        }
        boolean mac = MacRoman.isLikely(sample);
        if (mayBeJapanese && !(mac && isLonely(sample))) {
            return JAPANESE;
        }
        return mac ? MacRoman.CHARSET : WESTERN;
    }

    /// Do most Japanese characters stand alone between others, as they never do in Japanese?
    private static boolean isLonely(byte[] sample) {
        String text = new String(sample, JAPANESE);
        int all = 0;
        int lonely = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                boolean before = at > 0 && text.charAt(at - 1) >= 0x80;
                boolean after = at + 1 < text.length() && text.charAt(at + 1) >= 0x80;
                all++;
                lonely += before || after ? 0 : 1;
            }
        }
        return lonely * 2 > all;
    }

    /// Is every byte a part of a character? The last ones may be cut.
    private static boolean isIn(Charset encoding, byte[] sample) {
        CharsetDecoder decoder = strict(encoding);
        var characters = CharBuffer.allocate(sample.length);
        return !decoder.decode(ByteBuffer.wrap(sample), characters, false).isError();
    }

    private static CharsetDecoder strict(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// The file in UTF-8 with lines that end with line feeds: itself, or a copy in `folder` that is
    /// deleted when it is closed.
    ///
    /// @throws InputProblem when bytes cannot be read in this encoding
    public static Bytes toUtf8(Bytes file, Charset encoding, Path folder) {
        if (encoding.equals(StandardCharsets.UTF_8) || encoding.equals(StandardCharsets.US_ASCII)) {
            return CarriageReturns.turned(file);
        }
        try {
            Path copy = Files.createTempFile(folder, "recon-", ".utf8");
            try (OutputStream target = Files.newOutputStream(copy)) {
                copy(file, encoding, target);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(copy);
                throw failure;
            }
            Bytes utf8 = new TemporaryBytes(FileBytes.open(copy, file.name()), copy, file);
            return CarriageReturns.turned(utf8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Bytes file, Charset encoding, OutputStream target) throws IOException {
        CharsetDecoder decoder = strict(encoding);
        ByteBuffer input = ByteBuffer.allocate(PIECE);
        CharBuffer output = CharBuffer.allocate(PIECE);
        long position = 0;
        boolean first = true;
        while (true) {
            int room = input.remaining();
            int count = file.read(position, input.array(), input.position(), room);
            position += count;
            input.limit(input.position() + count).rewind();
            boolean last = position >= file.size();
            var result = decoder.decode(input, output, last);
            if (result.isError()) {
                throw new InputProblem(broken(file, encoding, position - input.remaining()));
            }
            output.flip();
            if (first && output.hasRemaining() && output.charAt(0) == '\uFEFF') {
                output.get();
            }
            first = false;
            target.write(output.toString().getBytes(StandardCharsets.UTF_8));
            output.clear();
            if (last && !input.hasRemaining()) {
                return;
            }
            input.compact();
        }
    }

    private static Problem broken(Bytes file, Charset encoding, long position) {
        return new Problem(
                file.name() + ", byte " + (position + 1),
                String.format("0x%02X", file.read(position, 1)[0]),
                "text in " + encoding.name(),
                "Save the file in one encoding, UTF-8 if you can, or name its encoding in the rule"
                        + " set.");
    }

    /// A few broken bytes in a file that otherwise has proper UTF-8 beyond ASCII are faults of
    /// single lines; a file without any proper one is in another encoding.
    private static boolean isMostlyUtf8(Bytes file) {
        int proper = 0;
        int broken = 0;
        boolean whole = file.size() <= SAMPLE_BYTES;
        int length = whole ? SAMPLE_BYTES : SAMPLE_BYTES / PLACES;
        for (int n = 0; n < (whole ? 1 : PLACES); n++) {
            long place = (file.size() - length) * n / (PLACES - 1);
            byte[] sample = file.read(Math.max(0, place), length);
            if (!Utf8.hasHighBytes(sample, sample.length)) {
                continue;
            }
            boolean last = whole || n == PLACES - 1;
            int end = last ? sample.length : sample.length - LONGEST;
            for (int at = n == 0 ? 0 : continued(sample); at < end; ) {
                int bytes = Utf8.length(sample, at, sample.length);
                proper += bytes > 1 ? 1 : 0;
                broken += bytes == 0 ? 1 : 0;
                at += Math.max(bytes, 1);
            }
        }
        return broken == 0 || proper > 4 * broken;
    }

    /// How many bytes of a sample from the middle may belong to a character before it.
    private static int continued(byte[] sample) {
        int at = 0;
        while (at < Math.min(LONGEST - 1, sample.length) && (sample[at] & 0xC0) == 0x80) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    /// A copy on disk that goes when it is closed, together with what it was copied from.
    private record TemporaryBytes(Bytes copy, Path path, Bytes original) implements Bytes {
        @Override
        public String name() {
            return original.name();
        }

        @Override
        public long size() {
            return copy.size();
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            return copy.read(position, target, offset, length);
        }

        @Override
        public void close() {
            copy.close();
            original.close();
            try {
                Files.deleteIfExists(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
