import { describe, expect, it } from 'vitest';
import { Inbox } from './Inbox.ts';

describe('[K3] letters', () => {
  it('that came before their call was ready are read first, others by their epoch', () => {
    const inbox = new Inbox<string>();
    inbox.receive(7, 'early', 0);
    inbox.receive(8, 'of another', 0);
    const read: string[] = [];
    inbox.open(7, (content) => read.push(content));
    inbox.receive(7, 'late', 1);
    expect(read).toEqual(['early', 'late']);
  });

  it('of a call that ended go nowhere', () => {
    const inbox = new Inbox<string>();
    const read: string[] = [];
    inbox.open(7, (content) => read.push(content))();
    inbox.receive(7, 'late', 1);
    expect(read).toEqual([]);
  });

  it('too old to mean anything are forgotten', () => {
    const inbox = new Inbox<string>();
    inbox.receive(7, 'old', 0);
    inbox.receive(7, 'new', 60_000);
    const read: string[] = [];
    inbox.open(7, (content) => read.push(content));
    expect(read).toEqual(['new']);
  });
});
