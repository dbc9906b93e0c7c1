package dev.recon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/// Runs a file of SQL in DuckDB, in memory, and prints the seconds of its statements alone: wall
/// and CPU. The start of the JVM is not charged to it.
public final class DuckDb {
    private static final double NANOS = 1e9;

    private DuckDb() {}

    /// The first argument is the file, the others are `NAME=VALUE` for each `$NAME` in it.
    public static void main(String[] args) throws IOException, SQLException {
        String script = Files.readString(Path.of(args[0]));
        for (int at = 1; at < args.length; at++) {
            int sign = args[at].indexOf('=');
            String name = args[at].substring(0, sign);
            script = script.replace("$" + name, args[at].substring(sign + 1));
        }
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            Duration cpu = cpu();
            long start = System.nanoTime();
            for (String sql : script.split(";\\s*(\\R|$)", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            double wall = (System.nanoTime() - start) / NANOS;
            double used = cpu().minus(cpu).toNanos() / NANOS;
            System.out.printf(Locale.ROOT, "%.3f %.3f%n", wall, used);
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
