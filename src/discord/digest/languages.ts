import type { Desk } from '../../core/desk.ts';
import { fold } from '../../core/fold.ts';
import type { Choice } from '../command.ts';
import { languageName } from '../render/digest-settings.ts';

/** Stands for documents in any language. */
const ANY = 'any';

/** The languages of the documents that are served, most documents first. */
export function libraryLanguages(desk: Pick<Desk, 'library'>): readonly string[] {
  const byLanguage = Map.groupBy(desk.library().documents, ({ language }) => language);
  return [...byLanguage].sort(([, a], [, b]) => b.length - a.length).map(([language]) => language);
}

/** A language of the documents by its tag or its English or own name, or any language; `undefined` where it is none. */
export function readLanguage(
  typed: string,
  desk: Pick<Desk, 'library'>,
): { readonly language: string | undefined } | undefined {
  const wanted = fold(typed);
  if ([ANY, 'any language', 'all', 'all languages'].includes(wanted)) return { language: undefined };
  const language = libraryLanguages(desk).find((each) => namesOf(each).includes(wanted));
  return language === undefined ? undefined : { language };
}

/** Languages for what has been typed so far. */
export function languageChoices(typed: string, desk: Pick<Desk, 'library'>): readonly Choice[] {
  const wanted = fold(typed);
  const fitting = libraryLanguages(desk).filter((each) => namesOf(each).some((name) => name.startsWith(wanted)));
  const any = 'any language'.startsWith(wanted) ? [{ name: 'Any language', value: ANY }] : [];
  return [...fitting.map((each) => ({ name: languageName(each), value: each })), ...any];
}

function namesOf(language: string): readonly string[] {
  const own = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(language) ?? language;
  return [language, languageName(language), own].map(fold);
}
