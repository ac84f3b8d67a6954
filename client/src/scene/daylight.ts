// The light outdoors by the local hour: pale by day, warm at dusk, blue in the evening.
import { clamp } from '@comptoir/shared/geometry';

/** Each 0-1; the world's colours are multiplied by it. */
export type LightColor = readonly [number, number, number];

export interface Daylight {
  outdoors: LightColor;
  /** 0 by day, 1 in the evening and at night: how strongly lamps burn. */
  evening: number;
}

const DAY: LightColor = [1, 251 / 255, 245 / 255];
const DUSK: LightColor = [0.93, 0.76, 0.69];
const NIGHT: LightColor = [0.45, 0.49, 0.68];

const mixed = (a: LightColor, b: LightColor, share: number): LightColor => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** `hour` 0-24 with its fraction, local time. Dawn 6-8, dusk 17-19. */
export function daylightAt(hour: number): Daylight {
  const evening = hour < 12 ? clamp((8 - hour) / 2, 0, 1) : clamp((hour - 17) / 2, 0, 1);
  const outdoors = evening < 0.5 ? mixed(DAY, DUSK, evening * 2) : mixed(DUSK, NIGHT, evening * 2 - 1);
  return { outdoors, evening };
}

/** The hour to light the office by: `?hour=` of the address (map authors, pictures), else the clock's. */
export function hourNow(search: string, now: Date): number {
  const asked = Number.parseFloat(new URLSearchParams(search).get('hour') ?? '');
  return Number.isFinite(asked) ? clamp(asked, 0, 24) : now.getHours() + now.getMinutes() / 60;
}
