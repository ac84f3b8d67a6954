// A text of the house in the reader's language, or in the one it was written in.
import type { HouseTexts } from '@comptoir/shared/protocol/admin';
import { useUi } from '../Ui.ts';
import { type HouseBlock, type HouseSpan, houseBlocks } from './houseMarkup.ts';

/** Empty: nothing was written in either. */
export function houseText(texts: HouseTexts | undefined, language: string): { text: string; lang: 'en' | 'fr' } {
  const mine = language.split('-')[0] === 'fr' ? 'fr' : 'en';
  const other = mine === 'fr' ? 'en' : 'fr';
  const lang = texts?.[mine] ? mine : other;
  return { text: texts?.[lang] ?? '', lang };
}

export function HouseWords({ texts }: { texts: HouseTexts }) {
  const { language } = useUi();
  const { text, lang } = houseText(texts, language.value);
  return (
    <div class="house-words" lang={lang}>
      {houseBlocks(text).map((block, n) => (
        <Block key={n} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: HouseBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3>
          <Spans spans={block.spans} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Spans spans={block.spans} />
        </p>
      );
    case 'list':
    case 'numbers': {
      const List = block.kind === 'list' ? 'ul' : 'ol';
      return (
        <List>
          {block.items.map((spans, n) => (
            <li key={n}>
              <Spans spans={spans} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Spans({ spans }: { spans: readonly HouseSpan[] }) {
  return (
    <>
      {spans.map((span, n) => {
        if (span.kind === 'link')
          return (
            <a key={n} href={span.href} target="_blank" rel="noopener noreferrer nofollow">
              {span.text}
            </a>
          );
        return span.kind === 'bold' ? <b key={n}>{span.text}</b> : span.text;
      })}
    </>
  );
}
