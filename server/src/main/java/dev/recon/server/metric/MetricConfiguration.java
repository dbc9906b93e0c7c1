package dev.recon.server.metric;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one registry of figures; it counts also when nobody may read it.
@Configuration(proxyBeanMethods = false)
class MetricConfiguration {
    @Bean(destroyMethod = "close")
    PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // Nobody has a session of Tomcat's.
        meters.config().meterFilter(MeterFilter.denyNameStartsWith("tomcat"));
        Info.builder()
                .name("recon_build_info")
                .help("What runs here")
                .labelNames("version", "java")
                .register(meters.getPrometheusRegistry())
                .addLabelValues(
                        Objects.requireNonNullElse(
                                getClass().getPackage().getImplementationVersion(), "unpacked"),
                        Runtime.version().toString());
        ProcessMetrics.register(meters);
        JvmMetrics.register(meters);
        return meters;
    }
}
