import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeliveryKey } from '../../src/core/delivery.ts';
import { digestOf, feedbackOf, feedOf, questionOf, storedDocumentOf } from '../builders/stored.ts';
import { deliveriesContract, type Subject } from './deliveries-contract.ts';
import { feedsContract } from './feeds-contract.ts';

const first: DeliveryKey = { digest: 'digest-00001', date: '2026-12-01', part: 'digest' };

/** What every implementation of the port `Storage` must do. */
export function storageContract(name: string, subject: Subject): void {
  const { open, restore } = subject;

  const opened = async () => {
    const storage = await open();
    onTestFinished(() => storage.close());
    return storage;
  };
  describe(`${name}: digests`, () => {
    test('what was set up is found again as it was, with everything that may be left out', async () => {
      const { digests } = await opened();
      const whole = digestOf({ language: 'ja', adminChannel: 'staff', paused: { since: 2, why: 'cannot-post' } });
      await digests.put(whole);
      await digests.put(digestOf({ id: 'digest-00002' }));
      expect(await digests.find('digest-00001')).toEqual(whole);
      expect(await digests.find('digest-00002')).toEqual(digestOf({ id: 'digest-00002' }));
      expect(await digests.find('digest-00003')).toBeUndefined();
    });

    test('they are listed oldest first, for one server or all', async () => {
      const { digests } = await opened();
      await digests.put(digestOf({ id: 'late', createdAt: 30 }));
      await digests.put(digestOf({ id: 'elsewhere', createdAt: 20, guild: 'island' }));
      await digests.put(digestOf({ id: 'early', createdAt: 10 }));
      expect((await digests.list()).map(({ id }) => id)).toEqual(['early', 'elsewhere', 'late']);
      expect((await digests.list('harbour')).map(({ id }) => id)).toEqual(['early', 'late']);
      expect(await digests.list('nowhere')).toEqual([]);
    });

    test('a digest that is set up anew keeps its ledger; one that is removed takes it along', async () => {
      const { digests, deliveries } = await opened();
      await digests.put(digestOf());
      await deliveries.claim({ ...first, dueAt: 1 }, { owner: 'a', now: 1000, leaseMs: 1 });
      await digests.put(digestOf({ at: '09:30' }));
      expect(await digests.list()).toEqual([digestOf({ at: '09:30' })]);
      expect(await deliveries.list(first.digest, 10)).toHaveLength(1);
      expect(await digests.remove(first.digest)).toBe(true);
      expect(await digests.remove(first.digest)).toBe(false);
      expect([await digests.list(), await deliveries.find(first), await deliveries.open()]).toEqual([
        [],
        undefined,
        [],
      ]);
    });
  });

  deliveriesContract(name, subject);

  describe(`${name}: questions`, () => {
    test('a server reads its own, newest first, since a moment and as many as it wants', async () => {
      const { questions } = await opened();
      for (const at of [10, 30, 20]) await questions.log(questionOf({ at, question: `at ${at}` }));
      await questions.log(questionOf({ guild: 'island', at: 40 }));
      const asked = async (at: number, most: number) =>
        (await questions.since('harbour', at, most)).map(({ question }) => question);
      expect(await asked(0, 9)).toEqual(['at 30', 'at 20', 'at 10']);
      expect(await asked(20, 9)).toEqual(['at 30', 'at 20']);
      expect(await asked(0, 1)).toEqual(['at 30']);
    });

    test.each([
      ['as somebody typed it', questionOf({ question: `'; DROP TABLE questions; -- “¿日本?” 👩‍👩‍👧\n\t\\ %_` })],
      ['that found nothing in one document, in private', questionOf({ found: false, private: true, document: 'a.md' })],
      ['as long as Discord takes it', questionOf({ question: 'é'.repeat(6000) })],
    ])('a question is kept %s', async (_what, question) => {
      const { questions } = await opened();
      await questions.log(question);
      expect(await questions.since('harbour', 0, 9)).toEqual([question]);
    });

    test('what is older than a moment is forgotten, with what was said of it', async () => {
      const { questions, feedback } = await opened();
      for (const at of [10, 20, 30]) {
        await questions.log(questionOf({ at }));
        await feedback.give(feedbackOf({ asked: `q${at}`, at }));
      }
      expect(await questions.forgetBefore(30)).toBe(2);
      expect((await questions.since('harbour', 0, 9)).map(({ at }) => at)).toEqual([30]);
      expect((await feedback.since('harbour', 0)).map(({ at }) => at)).toEqual([30]);
      expect(await questions.forgetBefore(30)).toBe(0);
    });
  });

  describe(`${name}: questions behind buttons`, () => {
    test('are found until their time has come', async () => {
      const { asked } = await opened();
      await asked.keep('one', { question: 'how deep?', document: 'a.md', guild: 'harbour', channel: 'general' }, 100);
      await asked.keep('two', { question: 'how wide?', guild: 'island', channel: 'reef' }, 200);
      expect(await asked.find('one', 99)).toEqual({
        question: 'how deep?',
        document: 'a.md',
        guild: 'harbour',
        channel: 'general',
      });
      expect(await asked.find('one', 100)).toBeUndefined();
      expect(await asked.find('two', 100)).toEqual({ question: 'how wide?', guild: 'island', channel: 'reef' });
      expect(await asked.find('three', 0)).toBeUndefined();
      await asked.forget(100);
      expect(await asked.find('one', 0)).toBeUndefined();
      expect(await asked.find('two', 0)).toEqual({ question: 'how wide?', guild: 'island', channel: 'reef' });
    });
  });

  describe(`${name}: feedback`, () => {
    test('the last word of each reader counts', async () => {
      const { feedback } = await opened();
      await feedback.give(feedbackOf({ at: 10 }));
      await feedback.give(feedbackOf({ at: 20, user: 'tom' }));
      await feedback.give(feedbackOf({ at: 30, helpful: false }));
      await feedback.give(feedbackOf({ at: 40, guild: 'island', asked: 'other' }));
      expect(await feedback.since('harbour', 0)).toEqual([
        feedbackOf({ at: 30, helpful: false }),
        feedbackOf({ at: 20, user: 'tom' }),
      ]);
      expect(await feedback.since('harbour', 21)).toHaveLength(1);
    });
  });

  describe(`${name}: documents`, () => {
    test('come back byte for byte, by name, for one server or all', async () => {
      const { documents } = await opened();
      await documents.put(storedDocumentOf({ name: 'winds.md', bytes: new Uint8Array() }));
      await documents.put(storedDocumentOf());
      await documents.put(storedDocumentOf({ guild: 'island' }));
      const { bytes: _, ...listed } = storedDocumentOf();
      expect(await documents.list('harbour')).toEqual([
        { ...listed, size: 4 },
        { ...listed, name: 'winds.md', size: 0 },
      ]);
      expect([...((await documents.bytes('harbour', 'tides.md')) ?? [])]).toEqual([0, 255, 13, 10]);
      expect([...((await documents.bytes('harbour', 'winds.md')) ?? [1])]).toEqual([]);
      expect(await documents.bytes('island', 'winds.md')).toBeUndefined();
      expect((await documents.list()).map(({ guild, name: file }) => `${guild}/${file}`)).toEqual([
        'harbour/tides.md',
        'island/tides.md',
        'harbour/winds.md',
      ]);
    });

    test('what is said of one can change, in its own server alone, and its bytes stay', async () => {
      const { documents } = await opened();
      await documents.put(storedDocumentOf());
      await documents.put(storedDocumentOf({ guild: 'island' }));
      const changes = { about: { title: 'High tides' }, shared: true };
      expect(await documents.change('harbour', 'tides.md', changes)).toBe(true);
      expect(await documents.change('harbour', 'winds.md', changes)).toBe(false);
      expect(await documents.list()).toMatchObject([
        { guild: 'harbour', about: { title: 'High tides' }, shared: true, size: 4 },
        { guild: 'island', about: storedDocumentOf().about, shared: false },
      ]);
    });

    test('one of the same name in a server is replaced, and one that is removed is gone', async () => {
      const { documents } = await opened();
      await documents.put(storedDocumentOf());
      await documents.put(storedDocumentOf({ hash: 'cd'.repeat(32), about: {} }));
      expect(await documents.list()).toMatchObject([{ hash: 'cd'.repeat(32), about: {} }]);
      expect(await documents.remove('island', 'tides.md')).toBe(false);
      expect(await documents.remove('harbour', 'tides.md')).toBe(true);
      expect(await documents.remove('harbour', 'tides.md')).toBe(false);
      expect(await documents.list()).toEqual([]);
    });

    test('the day on which each was first served stays', async () => {
      const { documents } = await opened();
      expect(await documents.firstServed([], 5)).toEqual(new Map());
      expect(await documents.firstServed(['aa', 'bb'], 10)).toEqual(
        new Map([
          ['aa', 10],
          ['bb', 10],
        ]),
      );
      const later = await documents.firstServed(['bb', 'cc', 'bb'], 20);
      expect(later).toEqual(
        new Map([
          ['bb', 10],
          ['cc', 20],
        ]),
      );
    });

    test('ten thousand documents are looked up at once', async () => {
      const { documents } = await opened();
      const hashes = Array.from({ length: 10_000 }, (_, at) => at.toString(16).padStart(64, '0'));
      expect((await documents.firstServed(hashes, 10)).size).toBe(10_000);
    });
  });

  describe(`${name}: scopes of channels`, () => {
    test('are there until they are removed, the last one that was set for each channel', async () => {
      const { scopes } = await opened();
      await scopes.put({ guild: 'harbour', channel: 'general', tags: ['sea'] });
      await scopes.put({ guild: 'harbour', channel: 'briefing', tags: ['trade'] });
      await scopes.put({ guild: 'harbour', channel: 'general', tags: ["“sea”, 'trade'", '日本'] });
      expect(await scopes.list()).toEqual([
        { guild: 'harbour', channel: 'briefing', tags: ['trade'] },
        { guild: 'harbour', channel: 'general', tags: ["“sea”, 'trade'", '日本'] },
      ]);
      expect(await scopes.remove('island', 'general')).toBe(false);
      expect(await scopes.remove('harbour', 'general')).toBe(true);
      expect(await scopes.remove('harbour', 'general')).toBe(false);
      expect(await scopes.list()).toHaveLength(1);
    });
  });

  feedsContract(name, subject);

  describe(`${name}: backup`, () => {
    const target = () => {
      const folder = mkdtempSync(join(tmpdir(), 'attache-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      return join(folder, 'copy');
    };

    test('everything is in the copy', async () => {
      const storage = await opened();
      await storage.digests.put(digestOf());
      const { delivery } = await storage.deliveries.claim({ ...first, dueAt: 1 }, { owner: 'a', now: 1, leaseMs: 1 });
      await storage.questions.log(questionOf());
      await storage.asked.keep('one', { question: 'how deep?', guild: 'harbour', channel: 'general' }, 100);
      await storage.feedback.give(feedbackOf());
      await storage.documents.put(storedDocumentOf());
      await storage.scopes.put({ guild: 'harbour', channel: 'general', tags: ['sea'] });
      await storage.feeds.add(feedOf());
      await storage.documents.firstServed(['aa'], 10);
      const path = target();
      await storage.backup(path);
      const copy = await restore(path);
      onTestFinished(() => copy.close());
      expect(await copy.digests.list()).toEqual([digestOf()]);
      expect(await copy.deliveries.open()).toEqual([delivery]);
      expect(await copy.questions.since('harbour', 0, 9)).toEqual([questionOf()]);
      expect(await copy.asked.find('one', 0)).toEqual({ question: 'how deep?', guild: 'harbour', channel: 'general' });
      expect(await copy.scopes.list()).toHaveLength(1);
      expect(await copy.feeds.list('harbour')).toEqual([feedOf()]);
      expect(await copy.feedback.since('harbour', 0)).toEqual([feedbackOf()]);
      expect(await copy.documents.list()).toMatchObject([{ name: 'tides.md', about: storedDocumentOf().about }]);
      expect(await copy.documents.firstServed(['aa'], 99)).toEqual(new Map([['aa', 10]]));
    });

    test('no file is ever written over', async () => {
      const storage = await opened();
      const path = target();
      writeFileSync(path, 'dear');
      await expect(storage.backup(path)).rejects.toMatchObject({ code: 'backup-exists' });
      await expect(storage.backup(join(path, 'below'))).rejects.toMatchObject({ code: 'backup-impossible' });
    });
  });
}
