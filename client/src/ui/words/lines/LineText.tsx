// The text of a line: links that are safe to follow, names that are meant, and everything else as it was written.
import { useMemo } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { isEmojiOnly, textParts } from './textParts.ts';

export function LineText({ world, text, mentions }: { world: World; text: string; mentions: readonly string[] }) {
  const people = world.people.value;
  const myId = world.myId.value;
  const parts = useMemo(() => {
    const meant = mentions.flatMap((id) => people.get(id) ?? []);
    return textParts(text, meant);
  }, [text, mentions, people]);
  return (
    <p class={isEmojiOnly(text) ? 'line-text large' : 'line-text'} dir="auto">
      {parts.map((part, n) => {
        if (part.kind === 'text') return part.text;
        if (part.kind === 'link')
          return (
            <a key={n} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
              {part.text}
            </a>
          );
        const isMe = myId !== undefined && part.personIds.includes(myId);
        return (
          <span key={n} class={isMe ? 'mention of-me' : 'mention'}>
            {part.text}
          </span>
        );
      })}
    </p>
  );
}
