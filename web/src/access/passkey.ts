import { answerOf, client, doneOf, doorClient } from '../api/client';
import type { PasskeyAdded, PasskeyAsked, PasskeySigned, SignedIn } from '../api/types';
import { deviceProblem } from './deviceProblem';
import { fromWebBytes, toWebBytes } from './webBytes';

/** ES256, Ed25519 and RS256, as the server takes them. */
const ALGORITHMS = [-7, -8, -257];

/** Can this browser be asked for a passkey at all? */
export function hasPasskeys(): boolean {
  return typeof window !== 'undefined' && 'PublicKeyCredential' in window;
}

/**
 * Has the device make a key; nothing is added before its answer has reached the server. Who has no
 * password must have signed in a moment ago.
 */
export async function addPasskey(name: string, password: string | null): Promise<PasskeyAdded> {
  const asked = await answerOf(
    client.POST('/api/v1/me/passkeys/challenge', { body: { password } }),
  );
  const made = await fromDevice(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: fromWebBytes(asked.challenge),
        rp: { id: asked.relyingParty, name: 'Recon' },
        user: {
          id: fromWebBytes(asked.userHandle),
          name: asked.email,
          displayName: asked.name,
        },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: keys(asked.known),
        attestation: 'none',
        timeout: asked.timeoutMillis,
      },
    }),
  );
  const { clientDataJSON, attestationObject } = made.response as AuthenticatorAttestationResponse;
  return answerOf(
    client.POST('/api/v1/me/passkeys', {
      body: {
        name,
        clientData: toWebBytes(clientDataJSON),
        attestation: toWebBytes(attestationObject),
      },
    }),
  );
}

/** Signs in with a passkey: any that the device has, or after a password one of that account. */
export async function signInWithPasskey(afterPassword: string | null): Promise<SignedIn> {
  const asked = await answerOf(
    doorClient.POST('/api/v1/sign-in/passkey/challenge', { body: { afterPassword } }),
  );
  const signed = await sign(asked);
  return answerOf(
    doorClient.POST('/api/v1/sign-in/passkey', { body: { ...signed, afterPassword } }),
  );
}

/** Makes an identity an account's, by one of its passkeys alone. */
export async function linkByPasskey(link: string): Promise<SignedIn> {
  const asked = await answerOf(
    doorClient.POST('/api/v1/sign-in/provider/link/challenge', { body: { link } }),
  );
  const passkey = await sign(asked);
  return answerOf(doorClient.POST('/api/v1/sign-in/provider/link', { body: { link, passkey } }));
}

async function sign(asked: PasskeyAsked): Promise<PasskeySigned> {
  const signed = await fromDevice(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: fromWebBytes(asked.challenge),
        rpId: asked.relyingParty,
        allowCredentials: keys(asked.allowed),
        userVerification: 'required',
        timeout: asked.timeoutMillis,
      },
    }),
  );
  const said = signed.response as AuthenticatorAssertionResponse;
  return {
    credentialId: toWebBytes(signed.rawId),
    clientData: toWebBytes(said.clientDataJSON),
    authenticatorData: toWebBytes(said.authenticatorData),
    signature: toWebBytes(said.signature),
    userHandle: said.userHandle ? toWebBytes(said.userHandle) : null,
  };
}

export function removePasskey(passkeyId: string, password: string | null): Promise<void> {
  const params = { path: { passkeyId } };
  return doneOf(
    client.POST('/api/v1/me/passkeys/{passkeyId}/remove', { params, body: { password } }),
  );
}

export function renamePasskey(passkeyId: string, name: string): Promise<void> {
  const params = { path: { passkeyId } };
  return doneOf(client.PATCH('/api/v1/me/passkeys/{passkeyId}', { params, body: { name } }));
}

function keys(ids: readonly string[]): PublicKeyCredentialDescriptor[] {
  return ids.map((id) => ({ type: 'public-key', id: fromWebBytes(id) }));
}

/** What the device says; who turns away or has no key here is told so in our words. */
async function fromDevice(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const given = await ask().catch((thrown: unknown) => {
    throw deviceProblem(thrown instanceof Error ? thrown.name : '');
  });
  if (!(given instanceof PublicKeyCredential)) throw deviceProblem('');
  return given;
}
