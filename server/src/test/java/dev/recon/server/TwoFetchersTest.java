package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers share the work and fetch nothing twice.
class TwoFetchersTest {
    private static final int FILES = 12;
    private static final String HEAD = "booking_date,amount,currency,text\n";

    @Test
    void twoServersFetchEachFileOnce(@TempDir Path folder) throws IOException {
        Map<String, String> shared =
                Map.of("DATABASE_URL", TestDatabase.fresh(), "EGRESS_NETWORKS", "127.0.0.1/32");
        List<String> opened = new CopyOnWriteArrayList<>();
        try (SftpServer sftp = SftpServer.start(folder, 0);
                TestServer one = TestServer.start(shared);
                TestServer two = TestServer.start(shared)) {
            listen(sftp, opened);
            write(folder);
            FetchingSource source = FetchingSource.add(one.api(), "shared");
            source.set(wanted(sftp)).is(200);
            source.firstLook();
            for (int again = 0; again < 3; again++) {
                two.api().post(source.path() + "/place/fetch", Map.of()).is(202);
                source.look();
            }

            assertThat(source.deliveries()).hasSize(FILES);
            assertThat(source.fetched()).hasSize(FILES);
            assertThat(opened).hasSize(FILES).doesNotHaveDuplicates();
        }
    }

    private static void write(Path folder) throws IOException {
        for (int at = 0; at < FILES; at++) {
            String line = "2026-10-" + (10 + at) + ",-" + at + ".50,EUR,line\n";
            Files.writeString(folder.resolve(at + ".csv"), HEAD + line);
        }
    }

    private static Map<String, @Nullable Object> wanted(SftpServer sftp) {
        return FetchingSource.wanted("sftp", sftp.place(sftp.port()), SftpServer.PASSWORD);
    }

    private static void listen(SftpServer sftp, List<String> opened) {
        SftpSubsystemFactory factory =
                (SftpSubsystemFactory) sftp.server().getSubsystemFactories().getFirst();
        factory.addSftpEventListener(
                new SftpEventListener() {
                    @Override
                    public void open(ServerSession session, String handle, Handle local) {
                        if (local instanceof FileHandle file) {
                            opened.add(String.valueOf(file.getFile().getFileName()));
                        }
                    }
                });
    }
}
