package dev.recon.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.SessionID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.recon.server.platform.Problem;
import dev.recon.server.platform.ProblemKind;
import dev.recon.server.secret.Tokens;
import dev.recon.server.settings.Settings;
import dev.recon.server.settings.SignOnSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The provider of OpenID Connect that the settings name: authorization code (RFC 6749) with PKCE
/// (RFC 7636), state, nonce, and the issuer's name in its answer (RFC 9207).
@Component
final class SignOnProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SignOnProvider.class);
    private static final int WAIT_MILLIS_MAX = 5_000;
    private static final int KEYS_BYTES_MAX = 100_000;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    /// Signatures with a key that only the provider has; never with a shared one, never none.
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final SignOnSettings settings;
    private final Optional<URI> back;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    SignOnProvider(Settings settings) {
        this.settings = settings.signOn();
        this.back =
                settings.http()
                        .publicUrl()
                        .map(page ->
                                URI.create(page.toString().replaceAll("/+$", "") + "/sign-on"));
    }

    /// What the provider says of itself, and who checks its tokens.
    private record Known(
            OIDCProviderMetadata says,
            IDTokenValidator validator,
            LogoutTokenValidator logout,
            Instant readAt) {}

    /// Where the browser goes, and what has to come back with it.
    record Sending(URI location, String state, SignOnStore.Sent sent) {}

    /// What a browser brought back.
    record Returned(String code, @Nullable String issuer) {}

    /// Whom the provider knows.
    ///
    /// @param email the address, when the provider has verified that it is theirs
    record Claimed(
            SignOnStore.Identity identity,
            Optional<String> email,
            String name,
            Set<String> groups,
            Optional<String> session) {}

    /// What the provider says has ended there.
    ///
    /// @param subject whose it was, or
    /// @param session which one; never neither
    record Ended(
            String id,
            String issuer,
            Optional<String> subject,
            Optional<String> session,
            Instant issuedAt) {}

    boolean isThere() {
        return settings.issuer().isPresent();
    }

    /// @param invitation the token of an invitation to come back with
    Sending send(Optional<String> invitation) {
        State state = new State(32);
        Nonce nonce = new Nonce(32);
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationRequest request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "email", "profile", "groups"),
                                clientId(),
                                back.orElseThrow())
                        .endpointURI(known().says.getAuthorizationEndpointURI())
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build();
        return new Sending(
                request.toURI(),
                state.getValue(),
                new SignOnStore.Sent(
                        nonce.getValue(), verifier.getValue(), invitation.map(Tokens::hash)));
    }

    /// Whom the provider sent back.
    ///
    /// @throws Problem when what came is not what the provider says, for this server and browser
    Claimed receive(Returned returned, SignOnStore.Sent sent) {
        Known provider = known();
        boolean names = provider.says.supportsAuthorizationResponseIssuerParam();
        String issuer = provider.says.getIssuer().getValue();
        if (returned.issuer == null ? names : !returned.issuer.equals(issuer)) {
            throw refused("the answer names another issuer");
        }
        try {
            OIDCTokens tokens = exchange(provider, returned.code, sent.verifier());
            IDTokenClaimsSet token =
                    provider.validator.validate(tokens.getIDToken(), new Nonce(sent.nonce()));
            return claimed(token, claims(provider, tokens, token));
        } catch (BadJOSEException | JOSEException | ParseException wrong) {
            throw refused(String.valueOf(wrong.getMessage()));
        } catch (IOException silent) {
            throw silent(silent);
        }
    }

    /// What a logout token of the provider ends.
    ///
    /// @throws Problem when it is none of the provider's for this server
    Ended logout(String token) {
        try {
            LogoutTokenClaimsSet claims = known().logout.validate(JWTParser.parse(token));
            return new Ended(
                    claims.getJWTID().getValue(),
                    claims.getIssuer().getValue(),
                    Optional.ofNullable(claims.getSubject()).map(Subject::getValue),
                    Optional.ofNullable(claims.getSessionID()).map(SessionID::getValue),
                    claims.getIssueTime().toInstant());
        } catch (BadJOSEException | JOSEException | java.text.ParseException wrong) {
            LOG.info("logout refused because={}", wrong.getClass().getSimpleName());
            throw Problem.of(
                    ProblemKind.BAD_REQUEST,
                    "This is no logout token of the provider for this server.");
        }
    }

    private OIDCTokens exchange(Known provider, String code, String verifier)
            throws IOException, ParseException {
        TokenRequest request =
                new TokenRequest.Builder(
                                provider.says.getTokenEndpointURI(),
                                new ClientSecretBasic(
                                        clientId(),
                                        new Secret(settings.clientSecret().orElseThrow())),
                                new AuthorizationCodeGrant(
                                        new AuthorizationCode(code),
                                        back.orElseThrow(),
                                        new CodeVerifier(verifier)))
                        .build();
        OIDCTokenResponse response =
                OIDCTokenResponse.parse(bounded(request.toHTTPRequest()).send());
        return response.getOIDCTokens();
    }

    /// Many providers tell the address only where it is asked for with the access token.
    private static ClaimsSet claims(Known provider, OIDCTokens tokens, IDTokenClaimsSet token)
            throws IOException, ParseException, BadJOSEException {
        URI endpoint = provider.says.getUserInfoEndpointURI();
        if (token.getStringClaim("email") != null || endpoint == null) {
            return token;
        }
        HTTPRequest request =
                new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest();
        UserInfoResponse response = UserInfoResponse.parse(bounded(request).send());
        if (!response.indicatesSuccess()
                || response.toSuccessResponse().getUserInfo() == null
                || !response.toSuccessResponse()
                        .getUserInfo()
                        .getSubject()
                        .equals(token.getSubject())) {
            throw new BadJOSEException("what is known of the person is about somebody else");
        }
        return response.toSuccessResponse().getUserInfo();
    }

    private static Claimed claimed(IDTokenClaimsSet token, ClaimsSet claims) {
        Optional<String> email = Optional.ofNullable(claims.getStringClaim("email"));
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        String name = claims.getStringClaim("name");
        List<String> groups = claims.getStringListClaim("groups");
        return new Claimed(
                new SignOnStore.Identity(
                        token.getIssuer().getValue(), token.getSubject().getValue()),
                email.filter(_ -> verified).map(Account::normal),
                name == null || name.isBlank() ? email.orElse("Somebody") : name,
                groups == null ? Set.of() : Set.copyOf(groups),
                Optional.ofNullable(token.getSessionID()).map(SessionID::getValue));
    }

    private Known known() {
        Known now = known.get();
        if (now == null || now.readAt.plus(KNOWN_FOR).isBefore(Instant.now())) {
            now = read();
            known.set(now);
        }
        return now;
    }

    private Known read() {
        Issuer issuer = new Issuer(settings.issuer().orElseThrow());
        try {
            OIDCProviderMetadata says =
                    OIDCProviderMetadata.resolve(issuer, WAIT_MILLIS_MAX, WAIT_MILLIS_MAX);
            JWKSource<SecurityContext> keys =
                    JWKSourceBuilder.create(
                                    says.getJWKSetURI().toURL(),
                                    new DefaultResourceRetriever(
                                            WAIT_MILLIS_MAX, WAIT_MILLIS_MAX, KEYS_BYTES_MAX))
                            .build();
            var selector = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
            return new Known(
                    says,
                    new IDTokenValidator(issuer, clientId(), selector, null),
                    new LogoutTokenValidator(issuer, clientId(), false, selector, null),
                    Instant.now());
        } catch (GeneralException | IOException failure) {
            throw silent(failure);
        }
    }

    private ClientID clientId() {
        return new ClientID(settings.clientId().orElseThrow());
    }

    private static HTTPRequest bounded(HTTPRequest request) {
        request.setConnectTimeout(WAIT_MILLIS_MAX);
        request.setReadTimeout(WAIT_MILLIS_MAX);
        request.setFollowRedirects(false);
        return request;
    }

    private static Problem refused(String why) {
        LOG.info("single sign-on refused because=\"{}\"", why.replaceAll("\\p{Cntrl}", " "));
        return Problem.of(
                ProblemKind.SIGN_IN_REFUSED,
                "The provider's answer does not fit what was asked. Begin again.");
    }

    private static Problem silent(Exception failure) {
        LOG.warn("the provider of single sign-on does not answer", failure);
        return Problem.of(
                ProblemKind.UNAVAILABLE,
                "The provider of single sign-on does not answer. Sign in with your password.");
    }
}
