// Words of tests about what hosts do.
import type { Inside } from './enterOffice.ts';

/** What the book says, the latest first: act, target and details. */
export async function actsOf(host: Inside): Promise<string[]> {
  const answer = await host.connection.request('audit', {});
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.list.map(({ by, act, target, details }) => [by, act, target, details].filter((part) => part !== '').join(' · '));
}
