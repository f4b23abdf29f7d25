import { createFeeds, type FeedDeps } from '../../src/core/feeds.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';

/** The feeds of all servers over a storage that nothing outlives; no address leads to one unless `find` is given. */
export function feedsOf(given: Partial<FeedDeps> = {}) {
  let made = 0;
  return createFeeds({
    storage: storageOver(openDatabase(':memory:')),
    find: () => Promise.reject(new Error('This test has no web')),
    now: Date.now,
    newId: () => `feed-${String((made += 1)).padStart(7, '0')}`,
    onDue: () => {},
    ...given,
  });
}
