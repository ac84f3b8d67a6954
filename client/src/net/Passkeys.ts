// Passkeys: the server's questions put to the browser's keeper of keys, and its answers as JSON. Converted here: the browsers' own is newer than passkeys.
import type { PasskeyProblem } from '../lib/passkeyProblem.ts';

/** What the keeper gave, to be checked by the server. */
export type PasskeyAnswer = Record<string, unknown>;
export type PasskeyOutcome = { ok: PasskeyAnswer } | { failed: PasskeyProblem };

/** Of the page; tests have their own. */
export interface PasskeyPage {
  isSecureContext: boolean;
  location: { hostname: string };
  navigator: { credentials?: Pick<CredentialsContainer, 'create' | 'get'> };
  PublicKeyCredential?: { isConditionalMediationAvailable?: () => Promise<boolean> };
}

interface Named {
  id: string;
}

export class Passkeys {
  /** Why there are none on this page, however willing the server. */
  readonly hindrance: 'insecure' | 'address' | 'browser' | undefined;
  readonly #page: PasskeyPage;
  #running: AbortController | undefined;

  constructor(page: PasskeyPage) {
    this.#page = page;
    this.hindrance = hindranceOf(page);
  }

  /** Can the browser offer them in a field, among what it fills in? */
  async canOfferInField(): Promise<boolean> {
    if (this.hindrance) return false;
    return (await this.#page.PublicKeyCredential?.isConditionalMediationAvailable?.().catch(() => false)) ?? false;
  }

  /** @param options of the server. A browser asks one question at a time: the one before ends as cancelled. */
  create(options: PublicKeyCredentialCreationOptionsJSON): Promise<PasskeyOutcome> {
    const publicKey = {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: options.excludeCredentials?.map(withBytes) ?? [],
    } as PublicKeyCredentialCreationOptions;
    return this.#ask((credentials, signal) => credentials.create({ publicKey, signal }));
  }

  /** @param inField offered among what the browser fills in, and for as long as nobody chooses it */
  get(options: PublicKeyCredentialRequestOptionsJSON, inField = false): Promise<PasskeyOutcome> {
    const publicKey = {
      ...options,
      challenge: bytesOf(options.challenge),
      allowCredentials: options.allowCredentials?.map(withBytes) ?? [],
    } as PublicKeyCredentialRequestOptions;
    return this.#ask((credentials, signal) =>
      credentials.get({ publicKey, signal, ...(inField ? { mediation: 'conditional' as const } : {}) }),
    );
  }

  /** What is asked now is not wanted any more. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  async #ask(
    question: (credentials: Pick<CredentialsContainer, 'create' | 'get'>, signal: AbortSignal) => Promise<Credential | null>,
  ): Promise<PasskeyOutcome> {
    const { credentials } = this.#page.navigator;
    if (this.hindrance || !credentials) return { failed: this.hindrance ?? 'browser' };
    this.stop();
    const running = new AbortController();
    this.#running = running;
    try {
      const credential = await question(credentials, running.signal);
      return credential ? { ok: toJson(credential as PublicKeyCredential) } : { failed: 'cancelled' };
    } catch (error) {
      return { failed: problemOf(error) };
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }
}

function hindranceOf({ isSecureContext, location, navigator, PublicKeyCredential }: PasskeyPage): Passkeys['hindrance'] {
  if (!isSecureContext) return 'insecure';
  // a passkey belongs to a name; numbers have none
  if (/^[\d.]+$|^\[/.test(location.hostname)) return 'address';
  return navigator.credentials && PublicKeyCredential ? undefined : 'browser';
}

const PROBLEMS: Readonly<Record<string, PasskeyProblem>> = {
  // also when time ran out: browsers do not tell which, so that nobody learns what there is
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  InvalidStateError: 'alreadyHere',
  SecurityError: 'address',
  NotSupportedError: 'browser',
  ConstraintError: 'browser',
};

const problemOf = (error: unknown): PasskeyProblem => PROBLEMS[(error as Partial<Error> | undefined)?.name ?? ''] ?? 'failed';

const withBytes = <T extends Named>(descriptor: T): T & { id: BufferSource } => ({ ...descriptor, id: bytesOf(descriptor.id) }) as never;

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The names of the standard's own JSON; what an answer does not have is left out. */
function toJson(credential: PublicKeyCredential): PasskeyAnswer {
  const { id, rawId, type, response, authenticatorAttachment } = credential;
  const answer = response as Partial<AuthenticatorAttestationResponse & AuthenticatorAssertionResponse>;
  const parts = {
    clientDataJSON: answer.clientDataJSON,
    attestationObject: answer.attestationObject,
    authenticatorData: answer.authenticatorData,
    signature: answer.signature,
    userHandle: answer.userHandle,
  };
  const given = Object.entries(parts).flatMap(([name, bytes]) => (bytes ? [[name, textOf(bytes)]] : []));
  return {
    ...{ id, type, rawId: textOf(rawId), clientExtensionResults: credential.getClientExtensionResults() },
    ...(authenticatorAttachment ? { authenticatorAttachment } : {}),
    response: { ...Object.fromEntries(given), ...(answer.getTransports ? { transports: answer.getTransports() } : {}) },
  };
}
