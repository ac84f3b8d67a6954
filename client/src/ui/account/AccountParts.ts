// What the parts of the account's panel are given: the account, and how to ask, confirm and say.
import type { AccountFacts, AccountView } from '@comptoir/shared/protocol/accounts';
import type { ComponentChildren } from 'preact';
import type { AccountAsk } from './useAccountAsk.ts';

/** What is asked before it is done. */
export interface Confirming {
  title: string;
  text: ComponentChildren;
  verb: string;
  run: () => Promise<object | undefined>;
  /** What is said once it is done; nothing: one sees it. */
  done?: string;
}

export interface AccountParts {
  facts: AccountFacts;
  mine: AccountView;
  ask: AccountAsk;
  confirm(wanted: Confirming): void;
  /** Read out, and seen at the top. */
  say(sentence: string): void;
}
