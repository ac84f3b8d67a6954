// Lets the patches of the replicated state go along with the crowd's frames instead of in thousands of writes of their own.
import type { Crowd } from './Crowd.ts';

/** ClientState.JOINED */
const JOINED = 1;

interface Receiver {
  readonly state: number;
  raw(bytes: Uint8Array): void;
}

type ApplyPatches = (clients: ArrayLike<unknown>, ...rest: unknown[]) => boolean;

/**
 * The room's serializer tells one receiver, which tells the crowd: those who have joined at that moment, as it does itself.
 * After the room's state is set.
 * @throws TypeError when this version of Colyseus keeps its serializer elsewhere
 */
export function sharePatches(room: object, crowd: Pick<Crowd, 'share'>): void {
  const { _serializer: serializer } = room as { _serializer?: { applyPatches?: ApplyPatches } };
  if (!serializer?.applyPatches) throw new TypeError('the serializer of this Colyseus version is not where it was');
  const applyPatches = serializer.applyPatches.bind(serializer);
  const receiver: Receiver = { state: JOINED, raw: (bytes) => crowd.share(bytes) };
  serializer.applyPatches = (clients, ...rest) => applyPatches(clients.length === 0 ? clients : [receiver], ...rest);
}
