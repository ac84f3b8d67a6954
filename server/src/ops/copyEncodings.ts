// Colyseus hands its own encoding buffer to the sockets; for a slow reader the next patch would overwrite what still waits there.

interface StateEncoder {
  encode(...rest: unknown[]): Uint8Array;
  encodeAll(...rest: unknown[]): Uint8Array;
}

/**
 * Makes every patch and full state of a room a copy of its own (one memcpy each). After the room's state is set.
 * @throws TypeError when this version of Colyseus keeps its encoder elsewhere
 */
export function copyEncodings(room: object): void {
  const { encoder } = (room as { _serializer?: { encoder?: Partial<StateEncoder> } })._serializer ?? {};
  if (!encoder?.encode || !encoder.encodeAll) throw new TypeError('the encoder of this Colyseus version is not where it was');
  const encode = encoder.encode.bind(encoder);
  const encodeAll = encoder.encodeAll.bind(encoder);
  encoder.encode = (...rest) => Buffer.from(encode(...rest));
  encoder.encodeAll = (...rest) => Buffer.from(encodeAll(...rest));
}
