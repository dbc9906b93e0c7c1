package dev.recon.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A provider that answers what a certified one never would, written by hand for that.
final class LyingProvider implements AutoCloseable {
    static final String SECRET = "a secret that only the tests know";

    /// In what its next token is wrong.
    enum Lie {
        NONE,
        AUDIENCE,
        ISSUER,
        NONCE,
        EXPIRED,
        UNSIGNED,
        SHARED_SECRET,
        FOREIGN_KEY
    }

    private final HttpServer http;

    /// Of all of them: a key takes a second to find.
    private static final RSAKey KEY = key();

    private static final RSAKey FOREIGN = key();

    private volatile Lie lie = Lie.NONE;
    private volatile String nonce = "";

    private LyingProvider(HttpServer http) {
        this.http = http;
    }

    static LyingProvider start() throws IOException {
        LyingProvider made =
                new LyingProvider(
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        String issuer = made.issuer();
        made.answer(
                "/.well-known/openid-configuration",
                () ->
                        """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/auth",
                         "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                         "response_types_supported":["code"],
                         "subject_types_supported":["public"],
                         "id_token_signing_alg_values_supported":["RS256","HS256","none"]}
                        """
                                .formatted(issuer));
        made.answer("/keys", () -> new JWKSet(KEY.toPublicJWK()).toString());
        made.answer(
                "/token",
                () ->
                        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\""
                                + made.token()
                                + "\"}");
        made.http.start();
        return made;
    }

    String issuer() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /// From now on it tells this lie to whoever asked with this nonce.
    void tell(Lie next, String asked) {
        lie = next;
        nonce = asked;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private interface Text {
        String get() throws JOSEException;
    }

    private void answer(String path, Text text) {
        http.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    } catch (JOSEException failure) {
                        throw new IOException(failure);
                    }
                });
    }

    private String token() throws JOSEException {
        Instant end = Instant.now().plusSeconds(lie == Lie.EXPIRED ? -600 : 600);
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(lie == Lie.ISSUER ? "https://evil.example" : issuer())
                        .audience(lie == Lie.AUDIENCE ? "somebody else" : "recon")
                        .subject("s-1")
                        .issueTime(Date.from(end.minusSeconds(1200)))
                        .expirationTime(Date.from(end))
                        .claim("nonce", lie == Lie.NONCE ? "another" : nonce)
                        .claim("email", "liar@example.com")
                        .claim("email_verified", true)
                        .claim("groups", List.of("finance"))
                        .build();
        return switch (lie) {
            case UNSIGNED -> new PlainJWT(claims).serialize();
            case SHARED_SECRET -> signed(JWSAlgorithm.HS256, new MACSigner(SECRET), claims);
            case FOREIGN_KEY -> signed(JWSAlgorithm.RS256, new RSASSASigner(FOREIGN), claims);
            case NONE, AUDIENCE, ISSUER, NONCE, EXPIRED ->
                    signed(JWSAlgorithm.RS256, new RSASSASigner(KEY), claims);
        };
    }

    /// A logout token for its only person; `change` makes of a good one what it likes.
    String logoutToken(UnaryOperator<JWTClaimsSet.Builder> change, boolean isForeign)
            throws JOSEException {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience("recon")
                        .subject("s-1")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim(
                                "events",
                                Map.of(
                                        "http://schemas.openid.net/event/backchannel-logout",
                                        Map.of()));
        RSASSASigner signer = new RSASSASigner(isForeign ? FOREIGN : KEY);
        return signed(JWSAlgorithm.RS256, signer, change.apply(claims).build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("k").build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The settings of a server that believes in it.
    Map<String, String> settings() {
        return Map.of(
                "PUBLIC_URL", "http://localhost:8080",
                "OIDC_ISSUER", issuer(),
                "OIDC_CLIENT_ID", "recon",
                "OIDC_CLIENT_SECRET", SECRET,
                "OIDC_ROLES", "finance=viewer");
    }
}
