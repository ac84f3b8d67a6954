// Pure rules of devices: what an error of the browser means, which device to take, when a microphone is silent.
import type { DeviceChoice, DeviceProblem } from './CallModel.ts';

/** A microphone that gives less than this (0 to 1, peak) gives nothing: even a quiet room is louder. */
const SILENT_PEAK = 0.0002;
/** Nothing for so long is worth a sentence. */
const SILENT_MS = 4000;

/** What DOMException names of getUserMedia mean to a person. */
export function problemOf(error: unknown): DeviceProblem {
  switch ((error as { name?: unknown } | undefined)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'notFound';
    case 'NotReadableError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'failed';
  }
}

/** The chosen one while it is there, else the browser's own choice. */
export const deviceToOpen = (list: readonly DeviceChoice[], chosen: string | undefined): string | undefined =>
  chosen !== undefined && list.some(({ id }) => id === chosen) ? chosen : undefined;

/** Browsers hide names, and sometimes ids, until a device was allowed. */
export function choicesOf(
  devices: readonly { kind: string; deviceId: string; label: string }[],
  kind: MediaDeviceKind,
): readonly DeviceChoice[] {
  return devices.filter((device) => device.kind === kind && device.deviceId !== '').map(({ deviceId, label }) => ({ id: deviceId, label }));
}

export interface Silence {
  /** Since when (ms) nothing came; undefined while something does. */
  sinceMs: number | undefined;
  isSilent: boolean;
}

export const NO_SILENCE: Silence = { sinceMs: undefined, isSilent: false };

/** @param peak loudest sample since the last look, 0 to 1 */
export function nextSilence(before: Silence, peak: number, nowMs: number): Silence {
  if (peak >= SILENT_PEAK) return before.sinceMs === undefined ? before : NO_SILENCE;
  const sinceMs = before.sinceMs ?? nowMs;
  const isSilent = nowMs - sinceMs >= SILENT_MS;
  return before.sinceMs === sinceMs && before.isSilent === isSilent ? before : { sinceMs, isSilent };
}
