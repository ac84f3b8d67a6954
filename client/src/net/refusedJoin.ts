// Why a join did not come through, by name.
import { JOIN_REFUSED } from '@comptoir/shared/protocol/http';

export type JoinRefusal = keyof typeof JOIN_REFUSED | 'unreachable';

export interface RefusedJoin {
  refused: JoinRefusal;
  /** Of too many attempts: when the server looks at another one. */
  retryAfterS?: number;
}

/** Whoever is refused so has to do something at the door before they may come in again. */
export const AT_THE_DOOR: ReadonlySet<JoinRefusal> = new Set<JoinRefusal>([
  'link',
  'password',
  'wrongPassword',
  'knock',
  'invitation',
  'charter',
]);
/** The framework's code for a room that it does not have. */
const NO_SUCH_ROOM = 522;

/** @param error what the SDK threw */
export function refusalOf(error: unknown): JoinRefusal {
  // over HTTP the refusal's name is the message and the status the code; over the socket the code is ours
  const { code, message } = error as { code?: unknown; message?: unknown };
  const names = Object.keys(JOIN_REFUSED) as (keyof typeof JOIN_REFUSED)[];
  return names.find((name) => JOIN_REFUSED[name] === code || name === message) ?? 'unreachable';
}

export const isRoomMissing = (error: unknown): boolean => (error as { code?: unknown }).code === NO_SUCH_ROOM;

/** Seconds; undefined: the server names none. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('Retry-After'));
  return seconds > 0 ? seconds : undefined;
}
