package dev.recon.server.platform;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.springframework.stereotype.Component;

/// The loops of this server, so that one whose thread is gone is seen.
@Component
public final class Loops {
    private final Set<Loop> begun = ConcurrentHashMap.newKeySet();

    /// Starts a loop.
    public Loop start(ThreadFactory threads, Loop.Plan plan, Loop.Round round) {
        begun.removeIf(Loop::isStopping);
        Loop loop = new Loop(threads, plan, round);
        loop.start();
        begun.add(loop);
        return loop;
    }

    /// The names of those whose threads are gone, though nobody told them to stop.
    public List<String> gone() {
        return begun.stream().filter(Loop::isGone).map(Loop::name).distinct().sorted().toList();
    }
}
