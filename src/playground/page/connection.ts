import type { Ask, News, Outcome, ToPage } from '../page-protocol.ts';

/** Milliseconds before the first attempt to connect again, and at most between two. */
const PATIENCE = { first: 300, most: 4000 } as const;

export type Connection = ReturnType<typeof connect>;

/** Keeps a socket to the stand-in open, and connects again when it is lost. */
export function connect(
  address: string,
  { onOpen, onLost, onNews }: { onOpen: () => void; onLost: () => void; onNews: (news: News) => void },
) {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let socket: WebSocket;
  let asked = 0;
  let patience: number = PATIENCE.first;

  function open(): void {
    socket = new WebSocket(address);
    socket.addEventListener('open', () => {
      patience = PATIENCE.first;
      onOpen();
    });
    socket.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(String(data)) as ToPage;
      if ('news' in frame) return onNews(frame.news);
      waiting.get(frame.number)?.(frame.outcome);
      waiting.delete(frame.number);
    });
    socket.addEventListener('close', () => {
      for (const resolve of waiting.values()) resolve(lost);
      waiting.clear();
      onLost();
      setTimeout(open, patience);
      patience = Math.min(patience * 2, PATIENCE.most);
    });
  }

  open();
  return {
    /** Asks for something; never rejects. */
    ask(ask: Ask): Promise<Outcome> {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(lost);
      const number = ++asked;
      socket.send(JSON.stringify({ number, ask }));
      return new Promise((resolve) => waiting.set(number, resolve));
    },
  };
}

const lost: Outcome = { kind: 'refused', words: 'There is no connection to the playground. Is it still running?' };
