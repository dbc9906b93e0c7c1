package dev.recon.server.trace;

import dev.recon.server.settings.Settings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where spans go: nowhere, unless an endpoint is named. Ids are made in either case.
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
    private static final Duration EXPORT_WAIT = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    SdkTracerProvider spans(Settings settings) {
        SdkTracerProviderBuilder spans =
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.create(
                                        Attributes.builder().put("service.name", "recon").build()));
        if (settings.metrics().traceEndpoint().isEmpty()) {
            return spans.setSampler(Sampler.alwaysOff()).build();
        }
        String endpoint = settings.metrics().traceEndpoint().get().toString();
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(endpoint.replaceAll("/+$", "") + "/v1/traces")
                        .setTimeout(EXPORT_WAIT)
                        .build();
        BatchSpanProcessor sender =
                BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(Duration.ofSeconds(1))
                        .setExporterTimeout(EXPORT_WAIT)
                        .build();
        return spans.setSampler(Sampler.alwaysOn())
                .addSpanProcessor(new WorthSending(sender, settings.metrics().traceShare()))
                .build();
    }

    @Bean
    Tracer tracer(SdkTracerProvider spans) {
        return spans.get("dev.recon");
    }
}
