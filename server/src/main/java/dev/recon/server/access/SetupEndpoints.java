package dev.recon.server.access;

import dev.recon.server.platform.Checks;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The first start over HTTP.
@OpenToAll
@RestController
record SetupEndpoints(SetupService service, AccessService access, SessionCookies cookies) {
    private static final int NAME_CHARS_MAX = 100;

    record Setup(boolean open) {}

    record NewAdministrator(String token, String name, String email, String password) {
        NewAdministrator {
            token = Checks.text("#/token", token, 200);
            name = Checks.text("#/name", name, NAME_CHARS_MAX);
            email = Checks.email("#/email", email);
            password = Checks.present("#/password", password);
        }
    }

    @GetMapping("/api/v1/setup")
    Setup get() {
        return new Setup(!access.isSetUp());
    }

    @PostMapping("/api/v1/setup")
    ResponseEntity<Object> setUp(@RequestBody NewAdministrator wanted, HttpServletRequest http) {
        return cookies.answer(
                service.setUp(
                        new SetupService.Wanted(
                                wanted.token, wanted.name, wanted.email, wanted.password),
                        Client.of(http)));
    }
}
