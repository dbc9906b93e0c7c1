package dev.recon.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recon.server.InEngine;
import dev.recon.server.QueueSteps;
import dev.recon.server.platform.Home;
import dev.recon.server.platform.Loops;
import dev.recon.server.settings.Settings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What breaks in a worker ends what it did, never the worker.
@ExtendWith(InEngine.class)
class WorkerTest {
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
