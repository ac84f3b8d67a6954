// The topics of an office.
import { topicChannel } from './channelKeys.ts';
import type { Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export type StoredTopic = Tables['topics'];

export const topics = {
  /** The oldest first. */
  of: ask(async (db, { office }: { office: string }): Promise<StoredTopic[]> => {
    return await db.selectFrom('topics').selectAll().where('office', '=', office).orderBy('createdMs').orderBy('topicId').execute();
  }),

  /** As it is now. */
  save: keep(async (db, topic: StoredTopic) => {
    const { title, about, area, closed } = topic;
    await db
      .insertInto('topics')
      .values(topic)
      .onConflict((conflict) => conflict.column('topicId').doUpdateSet({ title, about, area, closed }))
      .execute();
    await db
      .insertInto('channels')
      .values({ channel: topicChannel(topic.topicId), latestMs: topic.createdMs })
      .onConflict((conflict) => conflict.column('channel').doNothing())
      .execute();
  }),
};
