// The published model lacks a sentence that newer engines want: that its input is colours divided by 255. Written in front of it, as a flatbuffer.
// Formats: tensorflow/lite/schema/schema.fbs (Model, Metadata, Buffer) and metadata_schema.fbs (ModelMetadata ... NormalizationOptions).

/** Something in a flatbuffer; `old`: where it already stands in the model. */
type Ref =
  | { old: number }
  | { text: string }
  | { floats: readonly number[] }
  | { bytes: Uint8Array }
  | { list: readonly Ref[] }
  | { table: readonly Field[] };
type Field = undefined | Ref | { u32: number } | { u8: number };

const HEADER_BYTES = 8;

/** Writes what is new from the front on; offsets only lead forward, so children come behind their parents. */
class Writer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  readonly #shift: number;
  #at = HEADER_BYTES;

  /** @param shift how far what is old has moved back */
  constructor(length: number, shift: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
    this.#shift = shift;
  }

  get end(): number {
    return this.#at;
  }

  root(ref: Ref, identifier: string): void {
    this.bytes.set(new TextEncoder().encode(identifier), 4);
    this.#point(0, ref);
  }

  #point(from: number, ref: Ref): void {
    this.#view.setUint32(from, this.#put(ref) - from, true);
  }

  #put(ref: Ref): number {
    if ('old' in ref) return ref.old + this.#shift;
    if ('text' in ref) return this.#vector(new TextEncoder().encode(`${ref.text}\0`), ref.text.length);
    if ('bytes' in ref) return this.#vector(ref.bytes, ref.bytes.length);
    if ('floats' in ref) return this.#vector(new Uint8Array(Float32Array.from(ref.floats).buffer), ref.floats.length);
    if ('list' in ref) {
      const at = this.#vector(new Uint8Array(ref.list.length * 4), ref.list.length);
      for (const [i, item] of ref.list.entries()) this.#point(at + 4 + i * 4, item);
      return at;
    }
    return this.#table(ref.table);
  }

  /** Its content stands on a multiple of 16: buffers of a model want that. */
  #vector(content: Uint8Array, length: number): number {
    this.#at = Math.ceil((this.#at + 4) / 16) * 16 - 4;
    const at = this.#at;
    this.#view.setUint32(at, length, true);
    this.bytes.set(content, at + 4);
    this.#at += 4 + content.length;
    return at;
  }

  #table(fields: readonly Field[]): number {
    const types = Math.ceil(this.#at / 4) * 4;
    const at = Math.ceil((types + 4 + fields.length * 2) / 4) * 4;
    this.#view.setUint16(types, 4 + fields.length * 2, true);
    this.#view.setUint16(types + 2, 4 + fields.length * 4, true);
    this.#view.setInt32(at, at - types, true);
    this.#at = at + 4 + fields.length * 4;
    fields.forEach((field, i) => {
      if (!field) return;
      const place = at + 4 + i * 4;
      this.#view.setUint16(types + 4 + i * 2, place - at, true);
      if ('u32' in field) this.#view.setUint32(place, field.u32, true);
      else if ('u8' in field) this.#view.setUint8(place, field.u8);
      else this.#point(place, field);
    });
    return at;
  }
}

/** ModelMetadata: one input, normalised from 0..255 to 0..1. */
function describeInput(): Uint8Array {
  const NORMALIZATION = 1;
  const normalization: Ref = { table: [{ floats: [0] }, { floats: [255] }] };
  const unit: Ref = { table: [{ u8: NORMALIZATION }, normalization] };
  const tensor: Ref = { table: [{ text: 'image' }, undefined, undefined, undefined, { list: [unit] }] };
  const subgraph: Ref = { table: [undefined, undefined, { list: [tensor] }] };
  const writer = new Writer(1024, 0);
  writer.root({ table: [{ text: 'selfie' }, undefined, undefined, { list: [subgraph] }] }, 'M001');
  return writer.bytes.slice(0, writer.end);
}

/** @returns the same model, with the description in front */
export function describeModel(model: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const table = view.getUint32(0, true);
  const types = table - view.getInt32(table, true);
  const count = (view.getUint16(types, true) - 4) / 2;
  const placeOf = (i: number): number => (i < count ? view.getUint16(types + 4 + i * 2, true) : 0);
  const old = (i: number): { old: number } | undefined => {
    const place = placeOf(i);
    return place === 0 ? undefined : { old: table + place + view.getUint32(table + place, true) };
  };
  const listOf = (ref: { old: number } | undefined): Ref[] => {
    if (!ref) return [];
    return Array.from({ length: view.getUint32(ref.old, true) }, (_, i) => {
      const place = ref.old + 4 + i * 4;
      return { old: place + view.getUint32(place, true) };
    });
  };
  const [VERSION, CODES, GRAPHS, DESCRIPTION, BUFFERS, METADATA_BUFFER, METADATA, SIGNATURES] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const buffers = listOf(old(BUFFERS));
  const metadata: Ref = { table: [{ text: 'TFLITE_METADATA' }, { u32: buffers.length }] };
  const described = describeInput();
  const shift = Math.ceil((2048 + described.length + buffers.length * 4) / 16) * 16;
  const writer = new Writer(shift + model.length, shift);
  writer.bytes.set(model, shift);
  writer.root(
    {
      table: [
        { u32: placeOf(VERSION) === 0 ? 0 : view.getUint32(table + placeOf(VERSION), true) },
        ...[old(CODES), old(GRAPHS), old(DESCRIPTION)],
        { list: [...buffers, { table: [{ bytes: described }] }] },
        old(METADATA_BUFFER),
        { list: [...listOf(old(METADATA)), metadata] },
        old(SIGNATURES),
      ],
    },
    'TFL3',
  );
  if (writer.end > shift) throw new Error('The description is longer than the room left for it.');
  return writer.bytes;
}
