package dev.recon.server.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Holds what a device signed against what it was asked (Web Authentication, level 3, sections 7.1
/// and 7.2): the challenge, the origin, the relying party, that the person was there and proved
/// themselves to the device, the signature, and the device's count of signatures. Who made the
/// device is not asked for.
@Component
final class PasskeyVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyVerifier.class);

    private final RelyingParty party;

    PasskeyVerifier(RelyingParty party) {
        this.party = party;
    }

    /// What takes half a second to make, made when the first passkey comes.
    private static final class Made {
        static final ObjectConverter CONVERTER = new ObjectConverter();
        static final WebAuthnManager MANAGER =
                WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
        static final CollectedClientDataConverter CLIENT_DATA =
                new CollectedClientDataConverter(CONVERTER);
        static final AttestedCredentialDataConverter CREDENTIALS =
                new AttestedCredentialDataConverter(CONVERTER);
    }

    /// What a browser brings of a new key.
    record Attested(byte[] clientData, byte[] attestation) {}

    /// What a browser brings of a key that it asked for.
    record Signed(
            byte[] credentialId,
            byte[] clientData,
            byte[] authenticatorData,
            byte[] signature,
            byte @Nullable [] userHandle) {}

    /// What became of a signature.
    sealed interface Outcome {
        /// It is the key's, and this is what the device counts.
        record Holds(long signCount) implements Outcome {}

        /// It is the key's, but counts no further than one before: there may be two of the key.
        record Copied() implements Outcome {}

        record Refused() implements Outcome {}
    }

    /// The challenge that client data names, before anything of it is believed.
    Optional<String> challenge(byte[] clientData) {
        try {
            return Optional.ofNullable(Made.CLIENT_DATA.convert(clientData))
                    .map(CollectedClientData::getChallenge)
                    .map(challenge -> WebBytes.text(challenge.getValue()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
            LOG.info("passkey refused because=\"no client data: {}\"", wrong.getClass());
            return Optional.empty();
        }
    }

    /// The new key, if it was made for this challenge.
    Optional<PasskeyStore.Kept> attest(Attested brought, String challenge, PasskeyStore.Kept as) {
        try {
            RegistrationData data =
                    Made.MANAGER.verify(
                            new RegistrationRequest(brought.attestation, brought.clientData),
                            new RegistrationParameters(asked(challenge), parameters(), true, true));
            AuthenticatorData<?> found =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential =
                    Objects.requireNonNull(found.getAttestedCredentialData());
            return Optional.of(
                    new PasskeyStore.Kept(
                            as.id(),
                            as.accountId(),
                            credential.getCredentialId(),
                            Made.CREDENTIALS.convert(credential),
                            found.isFlagBE(),
                            found.getSignCount()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
            refused(wrong);
            return Optional.empty();
        }
    }

    Outcome check(Signed brought, String challenge, PasskeyStore.Kept key) {
        try {
            AuthenticationData data =
                    Made.MANAGER.verify(
                            new AuthenticationRequest(
                                    brought.credentialId,
                                    brought.userHandle,
                                    brought.authenticatorData,
                                    brought.clientData,
                                    brought.signature),
                            new AuthenticationParameters(
                                    asked(challenge),
                                    record(key),
                                    List.of(key.credentialId()),
                                    true,
                                    true));
            return new Outcome.Holds(
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (MaliciousCounterValueException copied) {
            refused(copied);
            return new Outcome.Copied();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
            refused(wrong);
            return new Outcome.Refused();
        }
    }

    private ServerProperty asked(String challenge) {
        RelyingParty.Place place = party.get();
        return ServerProperty.builder()
                .origin(new Origin(place.origin()))
                .rpId(place.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static CredentialRecord record(PasskeyStore.Kept key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.backupEligible(),
                null,
                key.signCount(),
                Made.CREDENTIALS.convert(key.credential()),
                null,
                null,
                null,
                Set.of());
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return Stream.of(
                        COSEAlgorithmIdentifier.ES256,
                        COSEAlgorithmIdentifier.EdDSA,
                        COSEAlgorithmIdentifier.RS256)
                .map(one ->
                        new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
                .toList();
    }

    /// The handle by which a device knows an account; it says nothing of the person.
    static byte[] handle(UUID accountId) {
        return ByteBuffer.allocate(16)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array();
    }

    private static void refused(Exception why) {
        LOG.info("passkey refused because={}", why.getClass().getSimpleName());
    }
}
