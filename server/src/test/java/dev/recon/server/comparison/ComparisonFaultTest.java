package dev.recon.server.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.InEngine;
import dev.recon.server.QueueSteps;
import dev.recon.server.run.EarlierDecisions;
import dev.recon.server.run.RunAgain;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;

/// What breaks a comparison is told at once, as of a run; a database that went away breaks nothing.
/// The server's own worker is stopped: the test is the worker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InEngine.class)
class ComparisonFaultTest {
    private final QueueSteps steps = QueueSteps.start();
    private final ComparisonExecution execution = steps.bean(ComparisonExecution.class);
    private String run = "";

    @BeforeAll
    void runThenStopTheWorker() {
        run = steps.queue("compared");
        steps.await(run, "done");
        steps.stopWorker();
    }

    @AfterAll
    void stop() {
        steps.close();
    }

    @Test
    void anErrorOfTheProgramIsToldAtOnceAndTheNextOneIsTaken() {
        String broken = steps.compare(run);
        String next = steps.compare(run);

        assertThat(breaking(new IllegalStateException("in a test")).work("worker")).isTrue();

        JsonNode told = steps.comparison(broken);
        assertThat(told.get("status").asString()).isEqualTo("failed");
        assertThat(told.at("/failure/title").asString()).isEqualTo("Something went wrong here");
        assertThat(told.at("/failure/detail").asString()).contains("under the comparison's id");
        assertThat(execution.work("worker")).isTrue();
        assertThat(steps.comparison(next).get("status").asString()).isEqualTo("done");
    }

    @Test
    void aDatabaseThatWentAwayCostsNoAttempt() {
        String id = steps.compare(run);
        var stopped = new SQLException("terminating connection", "57P01");

        breaking(new DataAccessResourceFailureException("in a test", stopped)).work("worker");

        assertThat(steps.comparison(id).get("status").asString()).isEqualTo("queued");
        assertThat(attempts(id)).isZero();
        assertThat(execution.work("worker")).isTrue();
        assertThat(steps.comparison(id).get("status").asString()).isEqualTo("done");
    }

    private int attempts(String id) {
        return steps.owner()
                .sql("SELECT attempts FROM comparison WHERE id = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /// The same, but that it breaks when it looks for earlier decisions.
    private ComparisonExecution breaking(RuntimeException failure) {
        EarlierDecisions earlier =
                (_, _) -> {
                    throw failure;
                };
        RunAgain again = execution.again();
        return new ComparisonExecution(
                execution.queue(),
                execution.comparisons(),
                new RunAgain(again.runs(), again.texts(), again.carried(), earlier),
                execution.ruleSets(),
                execution.writer(),
                execution.heartbeats(),
                execution.json());
    }
}
