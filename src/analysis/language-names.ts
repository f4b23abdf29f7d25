import type { Gazetteer } from './gazetteer.ts';
import { addName, createTrie, type NameTrie } from './name-trie.ts';

const tries = new WeakMap<Gazetteer, Map<string, readonly NameTrie[]>>();

/** The countries' names in a language other than English, made on first use (about 1 ms a language); none for English. */
export function languageNames(gazetteer: Gazetteer, language: string): readonly NameTrie[] {
  if (language === 'en') return [];
  const byLanguage = tries.get(gazetteer) ?? new Map<string, readonly NameTrie[]>();
  tries.set(gazetteer, byLanguage);
  const made = byLanguage.get(language) ?? [trieFor(gazetteer, language)];
  byLanguage.set(language, made);
  return made;
}

function trieFor(gazetteer: Gazetteer, language: string): NameTrie {
  const trie = createTrie();
  for (const { name, actor } of namesIn(gazetteer, language)) {
    // Südkoreas, Sveriges: the genitive of the Germanic languages.
    const forms = /\p{Ll}$/u.test(name) && !name.endsWith('s') ? [name, `${name}s`] : [name];
    for (const alias of forms) addName(trie, { kind: 'name', alias, actors: [actor] });
  }
  return trie;
}

/** Country names in a language, as `Intl` knows them; none where the language is unknown or ill-formed. */
export function namesIn(gazetteer: Gazetteer, language: string): { readonly name: string; readonly actor: string }[] {
  if (Intl.DisplayNames.supportedLocalesOf(wellFormed(language)).length === 0) return [];
  const display = new Intl.DisplayNames([language], { type: 'region' });
  return [...gazetteer.codes].flatMap(([code, actor]) => {
    const name = display.of(code);
    return name === undefined || name === code ? [] : [{ name, actor }];
  });
}

function wellFormed(language: string): string[] {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language) ? [language] : [];
}
