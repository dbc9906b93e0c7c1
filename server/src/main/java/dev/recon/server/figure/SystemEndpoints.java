package dev.recon.server.figure;

import dev.recon.server.platform.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the server stands, for the people who answer for it.
@RestController
record SystemEndpoints(SystemService system) {
    @GetMapping("/api/v1/system")
    SystemService.SystemState system(Actor actor) {
        return system.look(actor);
    }
}
