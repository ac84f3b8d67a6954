/** A storage of this browser; undefined where storage is forbidden: reading the property itself throws there. */
export function storageOf(read: () => Storage): Storage | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
