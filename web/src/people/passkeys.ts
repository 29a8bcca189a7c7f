// Make a passkey, or show one: what the server asked, as the browser wants it, and back.
import { toBytes, toText } from "./bytes";

type Named = { id: string; type: "public-key" };
type Asked = { challenge: string; timeout?: number; rpId?: string; userVerification?: UserVerificationRequirement; allowCredentials?: Named[] };
type Making = { challenge: string; rp: PublicKeyCredentialRpEntity; user: { id: string; name: string; displayName: string }; pubKeyCredParams: PublicKeyCredentialParameters[]; excludeCredentials?: Named[] };

const named = (list: Named[] | undefined) => (list ?? []).map(({ id, type }) => ({ id: toBytes(id), type }));

/** A passkey that signs in alone: kept in the device, opened by a finger, a face or a number. */
export async function makePasskey(asked: Making): Promise<string> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    rp: asked.rp,
    pubKeyCredParams: asked.pubKeyCredParams,
    challenge: toBytes(asked.challenge),
    user: { ...asked.user, id: toBytes(asked.user.id) },
    excludeCredentials: named(asked.excludeCredentials),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    extensions: { credProps: true },
  };
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return JSON.stringify({ ...frame(made), response: { clientDataJSON: toText(response.clientDataJSON), attestationObject: toText(response.attestationObject), transports: response.getTransports() } });
}

/** Show a passkey. */
export async function usePasskey(asked: Asked): Promise<string> {
  const publicKey: PublicKeyCredentialRequestOptions = { ...asked, challenge: toBytes(asked.challenge), allowCredentials: named(asked.allowCredentials) };
  const shown = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = shown.response as AuthenticatorAssertionResponse;
  const userHandle = response.userHandle ? toText(response.userHandle) : null;
  return JSON.stringify({ ...frame(shown), response: { clientDataJSON: toText(response.clientDataJSON), authenticatorData: toText(response.authenticatorData), signature: toText(response.signature), userHandle } });
}

const frame = (found: PublicKeyCredential) => ({ id: found.id, rawId: toText(found.rawId), type: found.type, authenticatorAttachment: found.authenticatorAttachment, clientExtensionResults: found.getClientExtensionResults() });
