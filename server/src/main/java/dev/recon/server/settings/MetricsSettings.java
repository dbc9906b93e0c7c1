package dev.recon.server.settings;

import dev.recon.server.settings.Environment.Range;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// What the server tells those who watch it.
///
/// @param enabled whether figures are given at all
/// @param port where they are given; 0 for any free one
/// @param traceEndpoint where spans are sent (OTLP over HTTP); without it nowhere
/// @param traceShare the part of the requests whose spans are sent
public record MetricsSettings(
        boolean enabled, int port, Optional<URI> traceEndpoint, double traceShare) {
    private static final int PORT_DEFAULT = 9090;
    private static final double SHARE_DEFAULT = 0.1;

    static MetricsSettings read(Environment from) {
        return new MetricsSettings(
                from.flag("ENABLE_METRICS", false),
                from.small("METRICS_PORT", Range.upTo(HttpSettings.PORT_MAX), PORT_DEFAULT),
                from.address("OTEL_EXPORTER_OTLP_ENDPOINT", Set.of("http", "https")),
                from.share("OTEL_TRACES_SAMPLER_ARG", SHARE_DEFAULT));
    }
}
