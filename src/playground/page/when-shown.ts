import { ref } from 'lit/directives/ref.js';

/** Does something with an element as soon as it stands in the page, again after each change of what is around it. */
export function whenShown(act: (element: HTMLElement) => void) {
  // While Lit makes an element, it is not in the page yet.
  return ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    queueMicrotask(() => {
      if (element.isConnected) act(element);
    });
  });
}
