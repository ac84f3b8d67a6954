import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { describeModel } from './describeModel.ts';

const model = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('@mediapipe/selfie_segmentation/selfie_segmentation.tflite')),
);

/** A table of a flatbuffer: where its fields are. */
class Table {
  readonly #view: DataView;
  readonly #at: number;

  constructor(bytes: Uint8Array, at?: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at ?? this.#view.getUint32(0, true);
  }

  place(field: number): number {
    const types = this.#at - this.#view.getInt32(this.#at, true);
    return this.#at + this.#view.getUint16(types + 4 + field * 2, true);
  }

  follow(field: number): number {
    return this.place(field) + this.#view.getUint32(this.place(field), true);
  }

  length(field: number): number {
    return this.#view.getUint32(this.follow(field), true);
  }

  item(field: number, i: number): number {
    const place = this.follow(field) + 4 + i * 4;
    return place + this.#view.getUint32(place, true);
  }
}

it('[K31] the model is the same, with its input described', () => {
  const described = describeModel(model);
  const [before, after] = [new Table(model), new Table(described)];
  const shift = described.length - model.length;
  expect(shift % 16).toBe(0);
  expect(described.subarray(shift)).toEqual(model);
  const [CODES, GRAPHS, BUFFERS, METADATA] = [1, 2, 4, 6];
  for (const field of [CODES, GRAPHS]) expect(after.follow(field)).toBe(before.follow(field) + shift);
  const count = before.length(BUFFERS);
  expect(after.length(BUFFERS)).toBe(count + 1);
  for (let i = 0; i < count; i++) expect(after.item(BUFFERS, i)).toBe(before.item(BUFFERS, i) + shift);
  const metadata = after.item(METADATA, after.length(METADATA) - 1);
  const buffer = new Table(described, after.item(BUFFERS, count));
  const text = new TextDecoder().decode(described.subarray(metadata, metadata + 64));
  expect(text).toContain('TFLITE_METADATA');
  const content = described.subarray(buffer.follow(0) + 4, buffer.follow(0) + 4 + buffer.length(0));
  expect(new TextDecoder().decode(content.subarray(4, 8))).toBe('M001');
});
