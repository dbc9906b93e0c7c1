package dev.recon.server.secret;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.recon.server.secret.Secrets.Use;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/// Access tokens: JWT (RFC 7519, 9068) with HMAC-SHA-256, for ten minutes. They say who asks and
/// where; what that person may is read from the database at each request.
@Component
public final class AccessTokens {
    /// How long one lives.
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String ISSUER = "recon";
    private static final String AUDIENCE = "recon-api";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    private static final int CHARS_MAX = 2048;
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final String keyId;
    private final Map<String, SecretKey> keys;

    AccessTokens(Secrets secrets) {
        this.keyId = secrets.signingKeyId();
        this.keys = secrets.signingKeys(Use.ACCESS_TOKEN);
    }

    /// What was in force when a token was made; when one of them is another, it is valid no more.
    ///
    /// @param roles the version of the person's roles
    /// @param tokens of the account's tokens: one more whenever all of them are ended
    public record Versions(int roles, int tokens) {}

    /// What a token says.
    public record Claims(
            UUID accountId, UUID sessionId, UUID workspaceId, Versions versions, Instant issuedAt) {
        /// When the token ends.
        public Instant endsAt() {
            return issuedAt.plus(LIFETIME);
        }
    }

    /// A token that says this.
    public String sign(Claims claims) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(keyId).build();
        JWTClaimsSet said =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(claims.accountId.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(claims.issuedAt))
                        .expirationTime(Date.from(claims.endsAt()))
                        .claim("sid", claims.sessionId.toString())
                        .claim("workspace", claims.workspaceId.toString())
                        .claim("rv", claims.versions.roles)
                        .claim("tv", claims.versions.tokens)
                        .build();
        try {
            SignedJWT token = new SignedJWT(header, said);
            token.sign(new MACSigner(keys.get(keyId)));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException("a token cannot be signed", failure);
        }
    }

    /// What a token says, if it is one of ours and of this time.
    public Optional<Claims> verify(String token, Instant now) {
        if (token.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            return isOurs(parsed) ? claims(parsed.getJWTClaimsSet(), now) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The key is taken from our list of two; nothing in the token can bring another.
    private boolean isOurs(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        SecretKey key = keys.get(String.valueOf(header.getKeyID()));
        return JWSAlgorithm.HS256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType())
                && HEADERS.containsAll(header.getIncludedParams())
                && key != null
                && token.verify(new MACVerifier(key));
    }

    private static Optional<Claims> claims(JWTClaimsSet said, Instant now) throws ParseException {
        String subject = said.getSubject();
        Date issued = said.getIssueTime();
        Date ends = said.getExpirationTime();
        String session = said.getStringClaim("sid");
        String workspace = said.getStringClaim("workspace");
        Integer roles = said.getIntegerClaim("rv");
        Integer allTokens = said.getIntegerClaim("tv");
        boolean complete =
                subject != null
                        && issued != null
                        && ends != null
                        && session != null
                        && workspace != null
                        && roles != null
                        && allTokens != null;
        if (!complete
                || !ISSUER.equals(said.getIssuer())
                || !List.of(AUDIENCE).equals(said.getAudience())
                || issued.toInstant().isAfter(now.plus(CLOCK_SKEW))
                || !ends.toInstant().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(
                new Claims(
                        UUID.fromString(subject),
                        UUID.fromString(session),
                        UUID.fromString(workspace),
                        new Versions(roles, allTokens),
                        issued.toInstant()));
    }
}
