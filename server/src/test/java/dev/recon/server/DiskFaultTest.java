package dev.recon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A full disk is said, leaves nothing half done, and is over when there is space again.
class DiskFaultTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aFullSpoolRefusesAndRecovers() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(8);
                TestServer server =
                        TestServer.start(Map.of("RECON_HOME", disk.folder().toString()))) {
            Api.Answer full = server.api().upload("large.csv", noise(20), Map.of());

            assertThat(full.status()).as(full.body()).isEqualTo(507);
            assertThat(full.text("/type")).isEqualTo("/problems/storage-full");
            try (Stream<Path> left = Files.list(disk.folder().resolve("spool"))) {
                assertThat(left).as("nothing half done stays").isEmpty();
            }
            server.api().upload("small.csv", noise(1), Map.of()).is(201);
            disk.resize(64);
            server.api().upload("large.csv", noise(20), Map.of()).is(201);
        }
    }

    @Test
    void aFullSpoolAtTheDoorIsNotBlamedOnTheFile() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(8);
                TestServer server =
                        TestServer.start(Map.of("RECON_HOME", disk.folder().toString()))) {
            byte[] packed = DoorFiles.gzip(DoorFiles.counted(20 * MEGABYTE));
            Api.Answer full = server.api().upload("packed.csv.gz", packed, Map.of());

            assertThat(full.status()).as(full.body()).isEqualTo(507);
            assertThat(server.api().get("/api/v1/files").json().get("items")).isEmpty();
            try (Stream<Path> left = Files.list(disk.folder().resolve("spool"))) {
                assertThat(left).as("nothing half done stays").isEmpty();
            }
            disk.resize(64);
            Api.Answer ready = server.api().upload("packed.csv.gz", packed, Map.of()).is(201);
            assertThat(ready.text("/door/state")).isEqualTo("ready");
        }
    }

    @Test
    void aFullDatabaseRefusesAndRecovers() throws IOException {
        assumeThat(OlderDatabase.isInstalled()).as("postgresql-15 is installed").isTrue();
        try (SmallDisk disk = SmallDisk.mount(40);
                OlderDatabase database = OlderDatabase.start()) {
            Path space = Files.createDirectory(disk.folder().resolve("space"));
            JdbcClient db = JdbcClient.create(new DriverManagerDataSource(database.url()));
            db.sql("CREATE TABLESPACE small LOCATION '" + space + "'").update();
            db.sql("GRANT CREATE ON TABLESPACE small TO PUBLIC").update();
            db.sql("ALTER DATABASE postgres SET default_tablespace = small").update();
            try (TestServer server = TestServer.start(Map.of("DATABASE_URL", database.url()))) {
                server.api().upload("first.csv", noise(10), Map.of()).is(201);
                Api.Answer full = server.api().upload("second.csv", noise(60), Map.of());

                assertThat(full.status()).as(full.body()).isEqualTo(507);
                List<?> files = new Journey(server.api()).all("/api/v1/files", 50);
                assertThat(files).as("a file is there as a whole or not at all").hasSize(1);
                disk.resize(200);
                server.api().upload("second.csv", noise(60), Map.of()).is(201);
            }
        }
    }

    private static byte[] noise(int megabytes) {
        byte[] bytes = new byte[megabytes * MEGABYTE];
        new Random(megabytes).nextBytes(bytes);
        return bytes;
    }
}
