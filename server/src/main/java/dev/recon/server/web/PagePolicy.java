package dev.recon.server.web;

import java.security.SecureRandom;
import java.util.Base64;

/// What a browser may load and run for a page (Content Security Policy). A page gets a new nonce
/// each time, which the component library puts on the styles that it makes.
final class PagePolicy {
    /// For answers that are no pages.
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /// What stands in the built page where the nonce belongs.
    static final String PLACE = "__CSP_NONCE__";

    private static final int NONCE_BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PagePolicy() {}

    static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String of(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"
                + nonce
                + "'; connect-src 'self'; img-src 'self' data:; font-src 'self';"
                + " manifest-src 'self'; worker-src 'self'; frame-ancestors 'none';"
                + " base-uri 'none'; form-action 'self'";
    }
}
