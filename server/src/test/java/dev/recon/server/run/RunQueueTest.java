package dev.recon.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.InEngine;
import dev.recon.server.QueueSteps;
import dev.recon.server.run.RunQueue.Lease;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who holds a run writes its result, and nobody else. The server's own worker is stopped: the test
/// is the worker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InEngine.class)
class RunQueueTest {
    private static final String GIVEN_UP = "recon.queue.dead.letters";

    private final QueueSteps steps = QueueSteps.start();
    private final RunQueue queue = steps.bean(RunQueue.class);
    private final RunExecution execution = steps.bean(RunExecution.class);
    private final JdbcClient db = steps.owner();

    @BeforeAll
    void stopTheWorker() {
        steps.bean(Worker.class).stop();
    }

    @AfterAll
    void stop() {
        steps.close();
    }

    @Test
    void aZombieWritesNothing() {
        String run = steps.queue("zombie");
        Lease first = queue.take("first").orElseThrow();
        assertThat(queue.take("second")).as("the lease is young").isEmpty();
        endLease(run);
        Lease second = queue.take("second").orElseThrow();

        execution.execute(first);

        assertThat(count("run_segment", run)).isZero();
        assertThat(count("break", run)).isZero();
        assertThat(queue.isAlive(first, new RunQueue.Stage("read", 1, null))).isFalse();
        assertThat(queue.fail(first, "{}")).isFalse();
        assertThat(queue.giveBack(first)).isFalse();
        execution.execute(second);
        steps.await(run, "done");
        assertThat(count("break", run)).isPositive();
    }

    @Test
    void twoWorkersOnOneRunGiveOneResult() {
        String run = steps.queue("twice");
        Lease first = queue.take("first").orElseThrow();
        execution.execute(first);
        long breaks = count("break", run);

        execution.execute(first);

        assertThat(count("break", run)).isEqualTo(breaks);
        steps.await(run, "done");
    }

    @Test
    void aCancelledRunKeepsNothing() {
        String run = steps.queue("cancelled");
        Lease lease = queue.take("first").orElseThrow();

        assertThat(steps.cancel(run)).isEqualTo("cancelled");
        execution.execute(lease);

        steps.await(run, "cancelled");
        assertThat(count("run_segment", run)).isZero();
        assertThat(steps.cancelStatus(run)).isEqualTo(409);
    }

    @Test
    void aRunKeepsTheRulesItWasQueuedWith() {
        String run = steps.queue("edited");
        Lease lease = queue.take("first").orElseThrow();
        String rules = steps.editRules(run);

        execution.execute(lease);

        assertThat(steps.await(run, "done").get("ruleSet").asInt()).isEqualTo(1);
        assertThat(steps.endedWith(run, "rules")).isNotEqualTo(rules).hasSize(64);
    }

    @Test
    void aRunThatIsGivenBackIsTakenAgain() {
        String run = steps.queue("back");
        Lease first = queue.take("first").orElseThrow();

        assertThat(queue.giveBack(first)).isTrue();

        Lease second = queue.take("second").orElseThrow();
        assertThat(second.runId()).hasToString(run);
        assertThat(second.attempts()).isEqualTo(1);
        execution.execute(second);
        steps.await(run, "done");
    }

    @Test
    void aRunThatKillsItsWorkersIsNotTriedForEver() {
        String run = steps.queue("killer");
        assertThat(steps.figure(GIVEN_UP, "runs")).isZero();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(queue.take("worker").orElseThrow().attempts()).isEqualTo(attempt);
            assertThat(queue.endLeases("worker")).isEqualTo(1);
        }

        execution.execute(queue.take("worker").orElseThrow());

        assertThat(steps.await(run, "failed").at("/failure/title").asString()).contains("3 times");
        assertThat(steps.figure(GIVEN_UP, "runs")).isEqualTo(1);
        assertThat(steps.figure(GIVEN_UP, "comparisons")).isZero();
        String again = steps.queueAgain(run);
        assertThat(steps.figure(GIVEN_UP, "runs")).as("begun again").isZero();
        steps.cancel(again);
    }

    private void endLease(String run) {
        db.sql("UPDATE run SET lease_until = now() - interval '1 second' WHERE id = :id::uuid")
                .param("id", run)
                .update();
    }

    private long count(String table, String run) {
        return db.sql("SELECT count(*) FROM " + table + " WHERE run_id = :id::uuid")
                .param("id", run)
                .query(Long.class)
                .single();
    }
}
