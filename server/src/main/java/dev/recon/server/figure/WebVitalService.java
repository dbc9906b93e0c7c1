package dev.recon.server.figure;

import dev.recon.server.figure.WebVitals.Vital;
import dev.recon.server.permission.Authorizer;
import dev.recon.server.platform.Actor;
import dev.recon.server.platform.Permission;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/// Takes what browsers measured of people who may see pages at all.
@Service
record WebVitalService(Authorizer authorizer, WebVitals vitals) {
    /// One thing that a browser measured.
    record Measured(Vital vital, Duration took) {}

    void add(Actor actor, List<Measured> measured) {
        authorizer.authorize(actor, Permission.READ_WORK);
        measured.forEach(one -> vitals.add(one.vital, one.took));
    }
}
