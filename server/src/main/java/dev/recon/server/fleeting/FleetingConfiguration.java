package dev.recon.server.fleeting;

import dev.recon.server.platform.Dependencies;
import dev.recon.server.platform.Limits;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Redis when there is an address, this process otherwise.
@Configuration(proxyBeanMethods = false)
class FleetingConfiguration {
    @Bean
    Fleeting fleeting(Settings settings, MeterRegistry meters, Dependencies dependencies) {
        return settings.redis().url().isEmpty()
                ? new InProcess(new SteadyTime())
                : new RedisFleeting(new RedisLines(settings.redis()), meters, dependencies);
    }

    @Bean
    Looking looking(Fleeting fleeting) {
        return new Looking(fleeting);
    }

    /// Asks Redis once in a while, so that its loss is seen also when nobody needs it.
    static final class Looking implements SmartLifecycle {
        private final Fleeting fleeting;
        private volatile Optional<Thread> thread = Optional.empty();

        Looking(Fleeting fleeting) {
            this.fleeting = fleeting;
        }

        @Override
        public void start() {
            if (fleeting instanceof RedisFleeting redis) {
                redis.look();
                Thread asking = Thread.ofVirtual().name("redis").unstarted(() -> loop(redis));
                thread = Optional.of(asking); // before it looks whether it still should
                asking.start();
            }
        }

        @Override
        public void stop() {
            Optional<Thread> looking = thread;
            thread = Optional.empty();
            looking.ifPresent(LockSupport::unpark);
        }

        @Override
        public boolean isRunning() {
            return thread.isPresent();
        }

        private void loop(RedisFleeting redis) {
            while (isRunning()) {
                LockSupport.parkNanos(Limits.HEARTBEAT.toNanos());
                if (isRunning()) {
                    redis.look();
                }
            }
        }
    }
}
