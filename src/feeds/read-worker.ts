import { parentPort } from 'node:worker_threads';
import type { Given, Reading } from './read-aside.ts';
import { readFeed } from './read-feed.ts';
import { readRobots } from './read-robots.ts';

type Task =
  | { readonly what: 'feed'; readonly given: Given<'feed'> }
  | { readonly what: 'robots'; readonly given: Given<'robots'> };

/** Says when it can begin, and reads the texts that it is sent, one after the other. */
parentPort?.on('message', (task: Task & { readonly what: Reading }) => {
  const read = task.what === 'feed' ? readFeed(task.given) : readRobots(task.given);
  parentPort?.postMessage({ read });
});
parentPort?.postMessage('ready');
