// Colours as plain RGB triples: parsing, mixing, luminance.

/** Red, green, blue, 0-255 each. */
export type Rgb = readonly [number, number, number];

/** A triple, or '#rrggbb' / '#rgb'. Prefer triples in loops: a string is parsed at each use. */
export type Colour = Rgb | string;

/** Six tones from dark to light: 0 gap, 1 right and bottom edge, 2 front, 3 lip, 4 top face, 5 top and left rim. */
export type Ramp = readonly [Rgb, Rgb, Rgb, Rgb, Rgb, Rgb];

/** Parses '#rrggbb' or '#rgb'; triples pass through. Throws on anything else: that is a bug of the caller. */
export function toRgb(colour: Colour): Rgb {
  if (typeof colour !== 'string') return colour;
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (!digits) throw new Error(`not a colour: ${colour}`);
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** '#rrggbb' of a colour. */
export function toHex(colour: Colour): string {
  return `#${toRgb(colour)
    .map((v) => v.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The colour at share `t` (0 = a, 1 = b; values outside extrapolate) on the straight line from `a` to `b`. */
export function mix(a: Colour, b: Colour, t: number): Rgb {
  const [r, g, bl] = toRgb(a);
  const [r2, g2, b2] = toRgb(b);
  const at = (from: number, to: number) => Math.min(255, Math.max(0, Math.round(from + (to - from) * t)));
  return [at(r, r2), at(g, g2), at(bl, b2)];
}

/** Perceived lightness 0-1 (Rec. 601 weights). */
export function lum(colour: Colour): number {
  const [r, g, b] = toRgb(colour);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

/** Takes share `k` (0-1) of the saturation away. */
export function desaturate(colour: Colour, k: number): Rgb {
  const [r, g, b] = toRgb(colour);
  const grey = 0.3 * r + 0.59 * g + 0.11 * b;
  return mix([r, g, b], [grey, grey, grey], k);
}

/** Six colours as a ramp. */
export function ramp(a: Colour, b: Colour, c: Colour, d: Colour, e: Colour, f: Colour): Ramp {
  return [toRgb(a), toRgb(b), toRgb(c), toRgb(d), toRgb(e), toRgb(f)];
}

/** A new ramp from each tone of `source` (and its index). */
export function mapRamp(source: Ramp, change: (tone: Rgb, index: number) => Colour): Ramp {
  const [a, b, c, d, e, f] = source;
  return ramp(change(a, 0), change(b, 1), change(c, 2), change(d, 3), change(e, 4), change(f, 5));
}

/** `a` moved share `t` towards `b`, tone by tone. */
export function blendRamps(a: Ramp, b: Ramp, t: number): Ramp {
  return mapRamp(a, (tone, i) => mix(tone, toneOf(b, i), t));
}

/** A ramp's tone by a computed index; indices beyond the ends give the end tones. */
export function toneOf(source: Ramp, index: number): Rgb {
  const at = Math.max(0, Math.min(5, Math.floor(index)));
  return source[at] ?? source[0];
}
