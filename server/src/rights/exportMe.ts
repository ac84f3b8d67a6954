// The export of everything about somebody: me.json and the files they sent, one part after the other.
import type { Line } from '@comptoir/shared/protocol/talk';
import type { Store } from '../store/openStore.ts';
import type { StoredLine } from '../store/storedLines.ts';
import { gatherMe, myTalk, type Opened, type TalkFacts } from './gatherMe.ts';
import type { MyTalk } from './Me.ts';
import type { ZipPart } from './zipParts.ts';

export interface ExportParts {
  store: Pick<Store, 'ownRows' | 'written'>;
  opened: Opened;
  openLine(stored: StoredLine): Line;
  talks: TalkFacts & { slidesPath(talk: string, document: string): string | undefined };
  /** Of what they sent, on the disk. */
  pathOf(fileId: string): string | undefined;
}

const LINES_AT_ONCE = 500;
const TALKS_AT_ONCE = 50;

export async function* exportMe(parts: ExportParts, personId: string, nowMs: number): AsyncGenerator<ZipPart> {
  const { store, opened, talks, pathOf } = parts;
  const [rows, written] = await Promise.all([store.ownRows.of({ personId }), store.written.of({ personId })]);
  const mine: MyTalk[] = [];
  for await (const row of talksOf(parts, personId)) {
    const talk = myTalk(row, personId, talks);
    if (talk) mine.push(talk);
  }
  const me = gatherMe(rows, written, mine, opened, nowMs);
  yield { path: 'me.json', text: jsonOf(me, linesOf(parts, personId)) };
  for (const { id, path } of me.files) {
    const file = pathOf(id);
    if (file !== undefined) yield { path, file };
  }
  for (const talk of mine)
    for (const { id, path } of talk.slides) {
      const file = talks.slidesPath(talk.id, id);
      if (file !== undefined) yield { path, file };
    }
}

async function* talksOf({ store }: ExportParts, personId: string) {
  for (let after = ''; ; ) {
    const page = await store.ownRows.talks({ personId, after, limit: TALKS_AT_ONCE });
    yield* page;
    if (page.length < TALKS_AT_ONCE) return;
    after = page.at(-1)?.talkId ?? after;
  }
}

async function* linesOf({ store, openLine }: ExportParts, personId: string): AsyncGenerator<Line[]> {
  for (let after = 0; ; ) {
    const page = await store.written.lines({ personId, after, limit: LINES_AT_ONCE });
    if (page.length > 0) yield page.map(openLine);
    if (page.length < LINES_AT_ONCE) return;
    after = page.at(-1)?.seq ?? after;
  }
}

/** As JSON.stringify would write it, with `lines` as they come. */
async function* jsonOf(me: object, pages: AsyncIterable<Line[]>): AsyncGenerator<string> {
  yield `${JSON.stringify(me, null, 2).slice(0, -2)},\n  "lines": [`;
  let before = '\n    ';
  for await (const page of pages) {
    yield before + page.map((line) => JSON.stringify(line)).join(',\n    ');
    before = ',\n    ';
  }
  yield '\n  ]\n}\n';
}
