import { actor } from './cli/actor.ts';
import { type Arguments, readArguments } from './cli/arguments.ts';
import { ask } from './cli/ask.ts';
import { backup } from './cli/backup.ts';
import { check } from './cli/check.ts';
import { compare } from './cli/compare.ts';
import { digest } from './cli/digest.ts';
import { documents } from './cli/documents.ts';
import { evidence } from './cli/evidence.ts';
import { importFiles } from './cli/import.ts';
import { topic } from './cli/topic.ts';
import { UserError } from './core/user-error.ts';
import { runToEnd } from './run-to-end.ts';

const HELP = `Attaché answers in verbatim quotations from a folder of documents.

  npm run -s attache -- ask "QUESTION"      quotes the passages that answer it
  npm run -s attache -- ask                 asks for questions, one after the other
  npm run -s attache -- ask --batch FILE    answers one {"id", "question"} a line with one JSON object a line; - is standard input
  npm run -s attache -- actor NAME          what an actor wants, says, did and opposes
  npm run -s attache -- actor --batch FILE  the same for one {"query"} a line, one JSON object a line
  npm run -s attache -- compare A B [C]     two or three actors side by side, opposed stances first
  npm run -s attache -- topic TOPIC         who holds what on a topic
  npm run -s attache -- check "TEXT"        whether what it quotes stands so in the documents, with every difference
  npm run -s attache -- evidence "CLAIM"    what the documents say for or against it
  npm run -s attache -- documents           lists what is searched, and files that cannot be
  npm run -s attache -- import FILE…        adds files to the documents: PDF, Word, web pages, EPUB, ODT, Markdown, text
  npm run -s attache -- digest preview      what a channel would get this morning, without its history
  npm run -s attache -- backup FILE         copies what the bot keeps (digests, questions, feedback) to a new file, while it runs

  --knowledge DIR   folder of the documents; otherwise KNOWLEDGE_DIR, otherwise the project's knowledge/
  --document NAME   asks one document alone, by its title or path
  --topic TOPIC     actor and compare: one topic alone
  --date DAY        digest preview: another day, as 2026-12-01
  --focus NAMES     digest preview: actors, topics and tags alone, as japan,nato
  --into DIR        import: a folder within the folder of the documents
  --title, --author, --publisher, --date, --url, --tags
                    import: what should be known of the document
  --json            prints JSON
  --help            prints this`;

/** What each command prints; a batch prints as it goes. */
const commands: Readonly<Record<string, (given: Arguments) => Promise<string | undefined>>> = {
  ask,
  actor,
  compare,
  topic,
  check,
  evidence,
  documents,
  import: importFiles,
  digest,
  backup,
};

await runToEnd(async () => {
  const given = readArguments();
  const run = given.command !== undefined && Object.hasOwn(commands, given.command) && commands[given.command];
  if (!given.values.help && !run) {
    const cause = given.command === undefined ? 'Say what to do' : `There is no command “${given.command}”`;
    throw new UserError(
      'usage',
      `${cause}: ask, actor, compare, topic, check, evidence, documents, import, digest or backup. --help explains them.`,
    );
  }
  const text = given.values.help || !run ? HELP : await run(given);
  if (text !== undefined) process.stdout.write(`${text}\n`);
});
