import './reskin.ts';
import { render } from 'lit';
import { createActions } from './actions.ts';
import { createComposing } from './composing.ts';
import { connect } from './connection.ts';
import { showPage } from './show-page.ts';
import { createStore, initialState, type State } from './state.ts';

/** The clock in the head shows minutes. */
const TICK_MS = 10_000;
const THEME = 'attache-theme';

const preferred = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
const kept = localStorage.getItem(THEME);
const theme = kept === 'light' || kept === 'dark' ? kept : preferred;

const store = createStore({ ...initialState, theme }, show);
const actions = createActions(store, () => connection);
const composing = createComposing(store, actions, () => connection);
const connection = connect(`ws://${location.host}/page/socket`, {
  onOpen: () => {
    void store.set({ status: 'open', violations: [] });
    void actions.enter(store.get().view?.at ?? {});
  },
  onLost: () => void store.set({ status: 'lost' }),
  onNews: (news) => void actions.hear(news),
});
setInterval(() => store.set({ now: store.get().now + TICK_MS }), TICK_MS);
// Whoever types without having chosen a place to type writes a message, as in Discord.
document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
  const busy = target instanceof Element && target.closest('input, textarea, select, dialog, .pop');
  if (!busy && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey)
    document.getElementById('say')?.focus();
});
void store.set({});

function show(state: State): void {
  document.documentElement.dataset['theme'] = state.theme;
  if (state.theme === preferred) localStorage.removeItem(THEME);
  else localStorage.setItem(THEME, state.theme);
  render(showPage(state, store, actions, composing), document.body);
}
