package dev.recon.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recon.engine.read.InputProblem;
import dev.recon.formats.format.Delivery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The list of contents at the end of a ZIP archive, with what the platform's reader does not tell:
/// links, passwords, and names that stand there twice.
///
/// Source: PKWARE, APPNOTE.TXT - .ZIP File Format Specification 6.3.10, sections 4.3.12 and 4.3.16.
final class CentralDirectory {
    static final int MEMBERS_MAX = 1_000;

    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES_MAX = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int HEADER_SIGNATURE = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int DIRECTORY_BYTES_MAX = MEMBERS_MAX * (HEADER_BYTES + 3 * 4096);
    private static final int FLAG_ENCRYPTED = 1;
    private static final int FLAG_UTF_8 = 1 << 11;
    private static final int MODE_TYPE = 0xF000;
    private static final int MODE_LINK = 0xA000;

    /// What names are in that do not say what they are in (appendix D). Some write UTF-8 there all
    /// the same, so it is believed where all are.
    private static final Charset DOS = Charset.forName("IBM437");

    private final Delivery delivery;

    private CentralDirectory(Delivery delivery) {
        this.delivery = delivery;
    }

    /// What an archive says that it holds.
    ///
    /// @param names how names are written that do not say that they are UTF-8
    record Contents(List<ArchiveMember> members, Charset names) {}

    /// @throws InputProblem when it is damaged, holds too much, or names something twice
    static Contents read(Delivery delivery, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return new CentralDirectory(delivery).members(file);
        }
    }

    private Contents members(FileChannel file) throws IOException {
        long size = file.size();
        int tail = (int) Math.min(size, END_BYTES + COMMENT_BYTES_MAX);
        ByteBuffer end = read(file, size - tail, tail);
        int at = tail - END_BYTES;
        while (at >= 0 && end.getInt(at) != END_SIGNATURE) {
            at--;
        }
        if (at < 0) {
            throw damaged("its list of contents is missing");
        }
        int count = end.getShort(at + 10) & 0xFFFF;
        long bytes = end.getInt(at + 12) & 0xFFFFFFFFL;
        if (count > MEMBERS_MAX || bytes > DIRECTORY_BYTES_MAX) {
            throw delivery.problem(
                    "",
                    "an archive with more than " + MEMBERS_MAX + " files",
                    "at most " + MEMBERS_MAX,
                    "Give the files themselves, or several archives.");
        }
        long start = size - tail + at - bytes;
        if (start < 0) {
            throw damaged("its list of contents is longer than the file");
        }
        return listed(read(file, start, (int) bytes), count);
    }

    private Contents listed(ByteBuffer directory, int count) {
        List<Header> headers = new ArrayList<>();
        while (directory.remaining() >= HEADER_BYTES) {
            headers.add(next(directory));
        }
        if (headers.size() != count) {
            throw damaged("it counts " + count + " files and lists " + headers.size());
        }
        Charset charset = headers.stream().allMatch(Header::isUtf8) ? UTF_8 : DOS;
        Set<String> names = new HashSet<>();
        List<ArchiveMember> members =
                headers.stream().map(header -> header.member(charset)).toList();
        for (ArchiveMember member : members) {
            if (!names.add(member.name())) {
                throw delivery.problem(
                        member.name(),
                        "the same name twice in an archive",
                        "each name once",
                        "Pack the files again.");
            }
        }
        return new Contents(members, charset);
    }

    /// One line of the list as it stands there.
    ///
    /// @param isTold does it say that its name is UTF-8?
    private record Header(byte[] name, boolean isTold, boolean isLink, boolean isEncrypted) {
        boolean isUtf8() {
            return isTold
                    || !UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(name), CharBuffer.allocate(name.length), true)
                            .isError();
        }

        ArchiveMember member(Charset charset) {
            String label = new String(name, isTold ? UTF_8 : charset);
            return new ArchiveMember(label, isLink, isEncrypted);
        }
    }

    private Header next(ByteBuffer directory) {
        int at = directory.position();
        if (directory.getInt(at) != HEADER_SIGNATURE) {
            throw damaged("its list of contents cannot be read");
        }
        int flags = directory.getShort(at + 8);
        int name = directory.getShort(at + 28) & 0xFFFF;
        int rest = (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
        int mode = directory.getInt(at + 38) >>> 16;
        if (directory.remaining() < HEADER_BYTES + name + rest) {
            throw damaged("its list of contents breaks off");
        }
        byte[] text = new byte[name];
        directory.get(at + HEADER_BYTES, text);
        directory.position(at + HEADER_BYTES + name + rest);
        return new Header(
                text,
                (flags & FLAG_UTF_8) != 0,
                (mode & MODE_TYPE) == MODE_LINK,
                (flags & FLAG_ENCRYPTED) != 0);
    }

    private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // A read may give less than asked.
        }
        return bytes.flip();
    }

    private InputProblem damaged(String how) {
        return delivery.problem(
                "",
                "a damaged ZIP archive: " + how,
                "a whole one",
                "Fetch it again and check it with unzip -t. Nothing of it was used.");
    }
}
