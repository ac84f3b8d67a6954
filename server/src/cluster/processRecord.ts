// What a process says of itself once a second, for the others.
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(400));

const schema = v.object({
  processId: id,
  url: v.pipe(v.string(), v.url()),
  offices: v.array(v.looseObject({ id, title: v.string(), people: v.number(), capacity: v.number(), roomId: id })),
  people: v.array(v.object({ id, office: id })),
});

export interface ProcessRecord {
  processId: string;
  /** PROCESS_URL */
  url: string;
  offices: OfficeFacts[];
  /** Everybody connected to one of its offices. */
  people: { id: string; office: string }[];
}

/** Undefined: of another version, or nothing of ours. */
export function readRecord(text: string): ProcessRecord | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? (read.output as unknown as ProcessRecord) : undefined;
  } catch {
    return undefined;
  }
}
