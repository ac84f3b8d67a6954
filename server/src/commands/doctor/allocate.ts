// A real TURN allocation, given back at once: the only proof that secret, clock and ports are right.
import { type Line, type LineTarget, openLine } from './openLine.ts';
import {
  ATTRIBUTE,
  longTermKey,
  MESSAGE,
  newTransaction,
  readError,
  readXorAddress,
  type StunMessage,
  writeMessage,
} from './stunMessage.ts';

export type Allocation =
  | { relayed: { address: string; port: number } }
  /** The server's own answer. */
  | { refused: { code: number; words: string }; hasSeenCredentials: boolean }
  | { unreachable: string };

const UDP = Buffer.from([17, 0, 0, 0]);
const STALE_NONCE = 438;
const UNAUTHORIZED = 401;

export async function allocate(target: LineTarget, credentials: { username: string; credential: string }): Promise<Allocation> {
  let line: Line;
  try {
    line = await openLine(target);
  } catch (err) {
    return { unreachable: err instanceof Error ? err.message : String(err) };
  }
  try {
    return await allocateOn(line, credentials);
  } finally {
    line.close();
  }
}

async function allocateOn(line: Line, credentials: { username: string; credential: string }): Promise<Allocation> {
  const transport = [ATTRIBUTE.requestedTransport, UDP] as const;
  let answer = await line.ask(writeMessage(MESSAGE.allocate, newTransaction(), [transport]));
  let hasSeenCredentials = false;
  // the first answer names realm and nonce; a second one may only bring a newer nonce
  for (let tries = 0; answer && tries < 2; tries++) {
    const sign = signer(answer, credentials);
    const code = readError(answer)?.code;
    if (!sign || (code !== STALE_NONCE && (code !== UNAUTHORIZED || hasSeenCredentials))) break;
    hasSeenCredentials = true;
    answer = await line.ask(sign(MESSAGE.allocate, [transport]));
    if (answer?.type === MESSAGE.allocateSuccess) {
      const relayed = readXorAddress(answer.attributes.get(ATTRIBUTE.xorRelayedAddress), answer.transaction);
      await line.ask(sign(MESSAGE.refresh, [[ATTRIBUTE.lifetime, Buffer.alloc(4)]]));
      return relayed ? { relayed } : { unreachable: 'its answer names no address' };
    }
  }
  if (!answer) return { unreachable: 'no answer' };
  const refused = readError(answer);
  return refused ? { refused, hasSeenCredentials } : { unreachable: 'its answer is not one of a TURN server' };
}

/** Writes messages signed with what this answer asks for. */
function signer({ attributes }: StunMessage, { username, credential }: { username: string; credential: string }) {
  const realm = attributes.get(ATTRIBUTE.realm);
  const nonce = attributes.get(ATTRIBUTE.nonce);
  if (!realm || !nonce) return undefined;
  const key = longTermKey(username, realm.toString(), credential);
  const proof = [[ATTRIBUTE.username, username] as const, [ATTRIBUTE.realm, realm] as const, [ATTRIBUTE.nonce, nonce] as const];
  return (type: number, more: readonly (readonly [number, Buffer])[]): Buffer =>
    writeMessage(type, newTransaction(), [...more, ...proof], key);
}
