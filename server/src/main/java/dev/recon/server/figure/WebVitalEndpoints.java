package dev.recon.server.figure;

import dev.recon.server.figure.WebVitalService.Measured;
import dev.recon.server.figure.WebVitals.Vital;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What browsers measured, over HTTP.
@RestController
record WebVitalEndpoints(WebVitalService service) {
    /// A page that took longer was asleep, not slow.
    private static final double MILLIS_MAX = 600_000;

    private static final double MICROS = 1000;

    record NewWebVitals(
            @Nullable Double lcpMillis, @Nullable Double inpMillis, @Nullable Double ttfbMillis) {
        List<Measured> measured() {
            List<Measured> all = new ArrayList<>();
            add(all, Vital.LCP, lcpMillis);
            add(all, Vital.INP, inpMillis);
            add(all, Vital.TTFB, ttfbMillis);
            return all;
        }

        private static void add(List<Measured> all, Vital vital, @Nullable Double millis) {
            if (millis == null) {
                return;
            }
            if (millis < 0 || millis > MILLIS_MAX) {
                throw Problem.invalid(
                        "#/" + vital.name().toLowerCase(Locale.ROOT) + "Millis",
                        "must be from 0 to 600000");
            }
            all.add(new Measured(vital, Duration.ofNanos(Math.round(millis * MICROS) * 1000)));
        }
    }

    @PostMapping("/api/v1/web-vitals")
    ResponseEntity<Void> add(Actor actor, @RequestBody NewWebVitals wanted) {
        service.add(actor, wanted.measured());
        return ResponseEntity.noContent().build();
    }
}
