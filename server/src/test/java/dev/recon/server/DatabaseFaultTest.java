package dev.recon.server;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// The database dies in the middle of uploads and decisions: what was answered is there, once.
class DatabaseFaultTest {
    @Test
    void whatWasAnsweredIsThereOnceAfterTheDatabaseDied() throws Exception {
        assumeThat(OlderDatabase.isInstalled()).as("postgresql-15 is installed").isTrue();
        Random random = new Random(4);
        int each = Faults.count(25, 400);
        int kills = Faults.count(2, 20);
        try (OlderDatabase database = OlderDatabase.start();
                TestServer server = TestServer.start(Map.of("DATABASE_URL", database.url()));
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            DatabaseWork work =
                    DatabaseWork.begin(Scenario.start(server.api(), "killed"), clients, each);
            int part = DatabaseWork.CLIENTS * each / (kills + 1);
            for (int kill = 1; kill <= kills; kill++) {
                work.await(kill * part - random.nextInt(part / 2));
                database.kill();
                database.restart();
            }
            work.check();
        }
    }
}
