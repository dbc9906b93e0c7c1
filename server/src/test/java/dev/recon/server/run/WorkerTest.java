package dev.recon.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.InEngine;
import dev.recon.server.QueueSteps;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Loops;
import dev.recon.server.settings.Settings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What breaks in a worker ends what it did, never the worker.
@ExtendWith(InEngine.class)
class WorkerTest {
    private static final int TRIES_MAX = 5;

    private final QueueSteps steps = QueueSteps.start();
    private final Worker.Parts parts = steps.bean(Worker.Parts.class);

    @BeforeEach
    void stopTheWorker() {
        steps.bean(Worker.class).stop();
    }

    @AfterEach
    void stop() {
        steps.close();
    }

    @Test
    void anErrorOfTheProgramFailsItsRunAndTheNextOneIsTaken() {
        String broken = steps.queue("broken");
        Worker worker = worker(new Once(parts.execution().earlier()), parts.side());
        worker.start();
        try {
            assertThat(steps.await(broken, "failed").at("/failure/title").asString())
                    .isEqualTo("Something went wrong here");
            steps.await(steps.queueAgain(broken), "done");
        } finally {
            worker.stop();
        }
    }

    @Test
    void anErrorInWorkOfLessUrgencyKeepsNoRunFromBeingTaken() throws Exception {
        var broke = new CountDownLatch(1);
        var side =
                new SideWork() {
                    @Override
                    public void takeOver(String worker) {
                        parts.side().takeOver(worker);
                    }

                    @Override
                    public boolean work(String worker) {
                        broke.countDown();
                        throw new StackOverflowError("in a test");
                    }
                };
        Worker worker = worker(parts.execution().earlier(), side);
        worker.start();
        try {
            assertThat(broke.await(20, TimeUnit.SECONDS)).isTrue();
            steps.await(steps.queue("after it"), "done");
        } finally {
            worker.stop();
        }
    }

    @Test
    void whoWritesMeanwhileKeepsNoRunFromItsEnd() {
        String first = steps.queue("commented");
        String[] answers = carriedOn(first, _ -> String.valueOf(steps.comment(first)));

        assertThat(answers).containsExactly("201");
    }

    @Test
    void whoDecidesAgainAndAgainWaitsForTheRunAtLast() {
        String first = steps.queue("decided");
        String[] answers = carriedOn(first, tried -> steps.unmatch(first, tried));

        assertThat(answers).hasSize(3);
        assertThat(answers[0]).startsWith("201");
        assertThat(answers[1]).startsWith("201");
        assertThat(answers[2])
                .startsWith("409")
                .contains("/problems/run-superseded", "Run 2 is taking the decisions over");
    }

    /// Runs a question, and carries it on while somebody does something at each try.
    private String[] carriedOn(String first, IntFunction<String> meanwhile) {
        List<String> answers = new CopyOnWriteArrayList<>();
        EarlierDecisions real = parts.execution().earlier();
        EarlierDecisions disturbed =
                (run, carried) -> {
                    EarlierDecisions.Kept kept = real.find(run, carried);
                    if (run.follows() != null && answers.size() < TRIES_MAX) {
                        answers.add(meanwhile.apply(answers.size() + 1));
                    }
                    return kept;
                };
        Worker worker = worker(disturbed, parts.side());
        worker.start();
        try {
            steps.await(first, "done");
            steps.await(steps.carryOn(first), "done");
        } finally {
            worker.stop();
        }
        return answers.toArray(String[]::new);
    }

    /// Finds earlier decisions, but for the first time.
    private static final class Once implements EarlierDecisions {
        private final EarlierDecisions then;
        private final AtomicBoolean broke = new AtomicBoolean();

        Once(EarlierDecisions then) {
            this.then = then;
        }

        @Override
        public Kept find(RunRow run, Carried carried) {
            if (!broke.getAndSet(true)) {
                throw new StackOverflowError("in a test");
            }
            return then.find(run, carried);
        }
    }

    private Worker worker(EarlierDecisions earlier, SideWork side) {
        RunExecution real = parts.execution();
        var execution =
                new RunExecution(
                        real.runs(),
                        real.queue(),
                        real.texts(),
                        real.ruleSets(),
                        real.publisher(),
                        earlier,
                        real.unsettled(),
                        real.heartbeats(),
                        real.news(),
                        real.metrics(),
                        real.failures());
        var broken =
                new Worker.Parts(
                        parts.queue(),
                        execution,
                        parts.failures(),
                        parts.news(),
                        parts.running(),
                        side,
                        parts.trace());
        return new Worker(
                broken,
                steps.bean(Home.class),
                steps.bean(Settings.class),
                steps.bean(Loops.class));
    }
}
