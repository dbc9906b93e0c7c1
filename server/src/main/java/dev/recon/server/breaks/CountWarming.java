package dev.recon.server.breaks;

import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Scope;
import dev.recon.server.run.RunStore;
import dev.recon.server.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Counts the breaks of the newest results before the server takes requests, so that whoever comes
/// first in the morning, or after a restart, waits no longer than the others. What another server
/// has counted is only looked up. It ends after two seconds, however much is left.
@Component
final class CountWarming implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CountWarming.class);

    private final RunStore runs;
    private final CountService counts;
    private final boolean isWanted;

    CountWarming(RunStore runs, CountService counts, Settings settings) {
        this.runs = runs;
        this.counts = counts;
        this.isWanted = settings.cache().enabled();
    }

    @Override
    public void start() {
        if (!isWanted) {
            return;
        }
        long until = System.nanoTime() + Limits.WARMING_MAX.toNanos();
        int counted = 0;
        try {
            counted = Scope.inEngine(() -> countUntil(until));
        } catch (DataAccessException failure) {
            LOG.warn("answers could not be counted beforehand", failure);
        }
        LOG.info("answers counted beforehand count={}", counted);
    }

    private int countUntil(long until) {
        int counted = 0;
        for (RunStore.Place place :
                runs.listNewestResults(Limits.WARMING_DAYS, Limits.WARMING_RUNS_MAX)) {
            if (System.nanoTime() > until) {
                break;
            }
            runs.find(place.workspaceId(), place.id())
                    .ifPresent(run -> counts.warm(run, BreakFilter.OF_THE_PAGE));
            counted++;
        }
        return counted;
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return false;
    }

    /// Before the web server, which comes late.
    @Override
    public int getPhase() {
        return 0;
    }
}
