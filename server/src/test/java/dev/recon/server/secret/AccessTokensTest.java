package dev.recon.server.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.recon.server.secret.AccessTokens.Claims;
import dev.recon.server.secret.AccessTokens.Versions;
import dev.recon.server.secret.Secrets.Use;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/// Attacks on access tokens: nothing but a token that we signed, of now and for us, is taken.
class AccessTokensTest {
    private static final Secrets SECRETS = new Secrets("s".repeat(43), Optional.empty(), "pepper");
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Claims CLAIMS =
            new Claims(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    new Versions(3, 5),
                    NOW);

    private final AccessTokens tokens = new AccessTokens(SECRETS);
    private final SecretKey key = SECRETS.signingKeys(Use.ACCESS_TOKEN).values().iterator().next();

    @Test
    void ourOwnIsTakenForTenMinutes() {
        String token = tokens.sign(CLAIMS);

        assertThat(tokens.verify(token, NOW)).contains(CLAIMS);
        assertThat(tokens.verify(token, NOW.plus(Duration.ofSeconds(599)))).isPresent();
        assertThat(tokens.verify(token, NOW.plus(Duration.ofMinutes(10)))).isEmpty();
        assertThat(tokens.verify(token, NOW.minus(Duration.ofMinutes(1)))).as("future").isEmpty();
    }

    @Test
    void aTokenOfTheSecretBeforeIsTakenAndOneOfBeforeThatIsNot() {
        String old = tokens.sign(CLAIMS);
        var next = new AccessTokens(new Secrets("t".repeat(43), Optional.of("s".repeat(43)), "p"));
        var later = new AccessTokens(new Secrets("u".repeat(43), Optional.of("t".repeat(43)), "p"));

        assertThat(next.verify(old, NOW)).isPresent();
        assertThat(later.verify(old, NOW)).isEmpty();
        assertThat(later.verify(next.sign(CLAIMS), NOW)).isPresent();
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        String[] parts = tokens.sign(CLAIMS).split("\\.", -1);
        for (String alg : new String[] {"none", "None", "NONE", "nOnE"}) {
            String header = encode("{\"alg\":\"" + alg + "\",\"typ\":\"at+jwt\"}");
            refused(header + "." + parts[1] + ".");
            refused(header + "." + parts[1] + "." + parts[2]);
        }
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
        refused(parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + "." + parts[2] + parts[2]);
        refused(parts[0] + "." + encode("{}") + "." + parts[2]);
    }

    @Test
    void anotherAlgorithmOrKeyIsRefused() throws Exception {
        JWTClaimsSet said = said(_ -> {});
        refused(signed(header(JWSAlgorithm.HS256), said, new MACSigner("x".repeat(32))));
        SignedJWT long512 = new SignedJWT(header(JWSAlgorithm.HS512).build(), said);
        long512.sign(new MACSigner("y".repeat(64)));
        refused(long512.serialize());
        var pair = KeyPairGenerator.getInstance("RSA");
        pair.initialize(2048);
        SignedJWT rsa = new SignedJWT(header(JWSAlgorithm.RS256).build(), said);
        rsa.sign(new RSASSASigner(pair.generateKeyPair().getPrivate()));
        refused(rsa.serialize());
    }

    @Test
    void aHeaderThatBringsAKeyIsRefused() throws Exception {
        JWTClaimsSet said = said(_ -> {});
        MACSigner ours = new MACSigner(key);
        refused(signed(header(JWSAlgorithm.HS256).keyID("../../dev/null"), said, ours));
        refused(signed(header(JWSAlgorithm.HS256).keyID("' OR '1'='1"), said, ours));
        refused(signed(header(JWSAlgorithm.HS256).keyID(null), said, ours));
        refused(
                signed(
                        header(JWSAlgorithm.HS256).jwkURL(URI.create("https://evil.example/k")),
                        said,
                        ours));
        refused(
                signed(
                        header(JWSAlgorithm.HS256).x509CertURL(URI.create("https://evil.example")),
                        said,
                        ours));
        refused(signed(header(JWSAlgorithm.HS256).type(JOSEObjectType.JWT), said, ours));
        refused(signed(header(JWSAlgorithm.HS256).type(null), said, ours));
        assertThat(tokens.verify(signed(header(JWSAlgorithm.HS256), said, ours), NOW)).isPresent();
    }

    @Test
    void wrongOrMissingClaimsAreRefused() throws Exception {
        refusedWith(said -> said.issuer("somebody"));
        refusedWith(said -> said.issuer(null));
        refusedWith(said -> said.audience("another-api"));
        refusedWith(said -> said.audience(java.util.List.of("recon-api", "another-api")));
        refusedWith(said -> said.expirationTime(null));
        refusedWith(said -> said.issueTime(null));
        refusedWith(said -> said.subject("admin"));
        refusedWith(said -> said.subject(null));
        refusedWith(said -> said.claim("rv", "three"));
        refusedWith(said -> said.claim("rv", null));
        refusedWith(said -> said.claim("tv", "five"));
        refusedWith(said -> said.claim("tv", null));
        refusedWith(said -> said.claim("sid", null));
        refusedWith(said -> said.claim("workspace", 7));
    }

    @Test
    void rubbishIsRefusedAtOnce() {
        refused("");
        refused("...");
        refused("x".repeat(1 << 20));
        refused(tokens.sign(CLAIMS) + "A".repeat(1 << 20));
        refused("\u0000\u0001");
    }

    private void refusedWith(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        refused(signed(header(JWSAlgorithm.HS256), said(change), new MACSigner(key)));
    }

    private void refused(String token) {
        assertThat(tokens.verify(token, NOW))
                .as(token.substring(0, Math.min(80, token.length())))
                .isEmpty();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(SECRETS.signingKeyId());
    }

    private static JWTClaimsSet said(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder said =
                new JWTClaimsSet.Builder()
                        .issuer("recon")
                        .audience("recon-api")
                        .subject(UUID.randomUUID().toString())
                        .issueTime(Date.from(NOW))
                        .expirationTime(Date.from(NOW.plusSeconds(600)))
                        .claim("sid", UUID.randomUUID().toString())
                        .claim("workspace", UUID.randomUUID().toString())
                        .claim("rv", 1)
                        .claim("tv", 1);
        change.accept(said);
        return said.build();
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet said, MACSigner signer)
            throws Exception {
        SignedJWT token = new SignedJWT(header.build(), said);
        token.sign(signer);
        return token.serialize();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
