package dev.recon.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A real server of MariaDB as a process of its own, on a folder of its own; of MySQL, where
/// `MYSQLD` names its program (`make mysql`).
record DatabaseProcess(Process process, int port, Driver driver) implements AutoCloseable {
    static final String USER = "reader";

    /// Who makes the tables. The other one signs in for the first time when a place does.
    private static final String OWNER = "owner";

    static final String PASSWORD = "plover anvil 63 birch";
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final String MYSQLD = System.getenv().getOrDefault("MYSQLD", "");

    /// Is it MySQL itself?
    static boolean isMysql() {
        return !MYSQLD.isEmpty();
    }

    static DatabaseProcess start(Path folder, TestAuthority.Keys keys) throws IOException {
        Path data = folder.resolve("data");
        install(data, folder.resolve("install.log"));
        Path begin = folder.resolve("begin.sql");
        Files.writeString(
                begin,
                """
                CREATE DATABASE ledger;
                CREATE USER '%1$s'@'%%' IDENTIFIED BY '%3$s', '%2$s'@'%%' IDENTIFIED BY '%3$s';
                GRANT ALL ON ledger.* TO '%1$s'@'%%', '%2$s'@'%%';
                """
                        .formatted(OWNER, USER, PASSWORD));
        int port = freePort();
        Process process =
                begin(
                        folder.resolve("log"),
                        data,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + folder.resolve("s"),
                        "--ssl-cert=" + keys.certificate(),
                        "--ssl-key=" + keys.key(),
                        "--init-file=" + begin,
                        "--skip-log-bin",
                        "--loose-mysqlx=OFF");
        DatabaseProcess server = new DatabaseProcess(process, port, loaded());
        server.awaitStart(folder.resolve("log"));
        return server;
    }

    private static Process begin(Path log, Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(isMysql() ? MYSQLD : "mariadbd");
        command.add("--no-defaults");
        command.add("--user=" + System.getProperty("user.name"));
        command.add("--datadir=" + data);
        command.add("--secure-file-priv=" + data.getParent());
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /// Writes the tables that the server keeps of itself; MariaDB by statements that come with it.
    private static void install(Path data, Path log) throws IOException {
        Files.createDirectories(data);
        Process install = begin(log, data, isMysql() ? "--initialize-insecure" : "--bootstrap");
        try (OutputStream in = install.getOutputStream()) {
            if (!isMysql()) {
                in.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.UTF_8));
                for (String script : List.of("mysql_system_tables", "mysql_system_tables_data")) {
                    Files.copy(Path.of("/usr/share/mysql", script + ".sql"), in);
                }
            }
        }
        if (install.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path log) throws IOException {
        long until = System.nanoTime() + START_WAIT.toNanos();
        while (true) {
            try (Connection _ = connect()) {
                return;
            } catch (SQLException failure) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw new IllegalStateException(Files.readString(log), failure);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", OWNER);
        login.setProperty("password", PASSWORD);
        login.setProperty("allowPublicKeyRetrieval", "true");
        Connection connection =
                driver.connect("jdbc:mariadb://127.0.0.1:" + port + "/ledger", login);
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own address");
        }
        return connection;
    }

    /// The folder with the jar of the driver, which the build has put there: it is on no path of
    /// ours.
    static Path jar() {
        try (Stream<Path> files = Files.list(Path.of("target/drivers/mariadb"))) {
            return files.findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Driver loaded() throws IOException {
        URL[] jars = {jar().toUri().toURL()};
        return ServiceLoader.load(Driver.class, new URLClassLoader(jars)).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.getClass().getName().startsWith("org.mariadb"))
                .findFirst()
                .orElseThrow();
    }

    void run(List<String> statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().isAlive()) {
            return;
        }
        process.destroyForcibly();
    }
}
