package dev.recon.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// PostgreSQL 15, the oldest that we promise, as Debian installs it; the embedded one is newer.
///
/// @param folder the data of its cluster
/// @param port where it listens, on this machine only
record OlderDatabase(Path folder, int port) implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    private static final int RESTARTS_MAX = 100;

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    /// Makes a cluster and starts it.
    static OlderDatabase start() throws IOException {
        Path folder = Files.createTempDirectory("recon-postgres-15");
        OlderDatabase made = new OlderDatabase(folder, freePort());
        run("initdb", "-D", made.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8");
        made.up();
        return made;
    }

    private void up() throws IOException {
        String options = "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1";
        run("pg_ctl", "-D", data(), "-l", folder + "/log", "-o", options, "-w", "start");
    }

    /// `kill -9` of the process that all others of it belong to.
    void kill() throws IOException {
        Faults.signal("KILL", postmaster());
    }

    /// All of its processes stop where they stand, or go on: `STOP`, `CONT`.
    void signalAll(String signal) throws IOException {
        long first = postmaster();
        Faults.run("pkill", "-" + signal, "--parent", Long.toString(first));
        Faults.signal(signal, first);
    }

    /// Starts it again, once its last process is gone.
    void restart() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                up();
                return;
            } catch (IOException failure) {
                if (attempt == RESTARTS_MAX) {
                    throw failure;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /// The process that all others of it belong to.
    long postmaster() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("data/postmaster.pid"));
        return Long.parseLong(lines.getFirst().strip());
    }

    /// What it wrote about itself.
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /// PostgreSQL refuses to run as root; in a user namespace of its own nobody is.
    private static void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("recon-postgres-15", ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(log));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
