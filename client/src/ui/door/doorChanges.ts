// What a saved door has changed.
import type { DoorMode, DoorView } from '@comptoir/shared/protocol/door';

export type DoorChange = { kind: 'mode'; mode: DoorMode } | { kind: 'password' | 'nothing' } | { kind: 'capacity'; most: number };

export function doorChanges(before: DoorView, now: DoorView, newPassword: boolean): DoorChange[] {
  const limit = (door: DoorView): number => door.capacity ?? door.mostCapacity;
  const changes: DoorChange[] = [];
  if (now.mode !== before.mode) changes.push({ kind: 'mode', mode: now.mode });
  if (newPassword) changes.push({ kind: 'password' });
  if (limit(now) !== limit(before)) changes.push({ kind: 'capacity', most: limit(now) });
  return changes.length > 0 ? changes : [{ kind: 'nothing' }];
}
