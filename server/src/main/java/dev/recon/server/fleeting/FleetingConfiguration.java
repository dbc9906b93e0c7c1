package dev.recon.server.fleeting;

import dev.recon.server.platform.Dependencies;
import dev.recon.server.platform.Limits;
import dev.recon.server.platform.Loop;
import dev.recon.server.platform.Loops;
import dev.recon.server.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
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
    Looking looking(Fleeting fleeting, Loops loops) {
        return new Looking(fleeting, loops);
    }

    /// Asks Redis once in a while, so that its loss is seen also when nobody needs it.
    static final class Looking implements SmartLifecycle {
        private final Fleeting fleeting;
        private final Loops loops;
        private volatile Optional<Loop> loop = Optional.empty();

        Looking(Fleeting fleeting, Loops loops) {
            this.loops = loops;
            this.fleeting = fleeting;
        }

        @Override
        public void start() {
            if (fleeting instanceof RedisFleeting redis) {
                redis.look();
                loop =
                        Optional.of(
                                loops.start(
                                        Thread.ofVirtual().name("redis").factory(),
                                        Loop.Plan.later("redis", Limits.HEARTBEAT),
                                        _ -> {
                                            redis.look();
                                            return Limits.HEARTBEAT;
                                        }));
            }
        }

        @Override
        public void stop() {
            loop.ifPresent(Loop::stop);
            loop = Optional.empty();
        }

        @Override
        public boolean isRunning() {
            return loop.isPresent();
        }
    }
}
