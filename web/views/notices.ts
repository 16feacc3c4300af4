import { html, nothing, render } from 'lit/html.js';
import { ProblemError } from '../data/api.ts';

interface Notice {
  readonly id: number;
  readonly title: string;
  readonly detail: string;
}

const TOAST = 2600;

/** A server that listens beyond this machine wants its token once; the browser then keeps a session. */
const askForToken = (): void => {
  if (document.querySelector('dialog.token')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'popover token';
  document.body.append(dialog);
  let wrong = '';
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const token = String(new FormData(event.target as HTMLFormElement).get('token') ?? '');
    const answer = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (answer.ok) location.reload();
    else {
      wrong = 'This is not the token of this server.';
      paint();
    }
  };
  const paint = (): void => {
    render(
      html`<h2>This server asks for its token</h2><p class="soft">It is the API_TOKEN that the server was started with.</p>
        ${wrong ? html`<p class="conflict" role="alert">${wrong}</p>` : nothing}
        <form class="row" @submit=${send}><input type="password" name="token" aria-label="Token" autocomplete="current-password" required /><button class="primary">Go on</button></form>`,
      dialog,
    );
  };
  paint();
  dialog.showModal();
};

/** Messages to the reader: errors that stay until dismissed, short words that pass, and what is only spoken. */
export const createNotices = (host: HTMLElement, live: HTMLElement) => {
  let notices: readonly Notice[] = [];
  let toast = '';
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const paint = (): void => {
    render(
      html`<div role="alert" class="alerts">${notices.map(
        (notice) => html`<div class="notice">
          <div><b>${notice.title}</b><p>${notice.detail}</p></div>
          <button type="button" class="plain" aria-label="Dismiss: ${notice.title}" @click=${() => {
            notices = notices.filter((other) => other.id !== notice.id);
            paint();
          }}>✕</button>
        </div>`,
      )}</div>${toast ? html`<div class="toast">${toast}</div>` : nothing}`,
      host,
    );
  };
  paint();

  const say = (text: string): void => {
    live.textContent = text;
  };

  return {
    say,
    complain(error: unknown): void {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const problem = error instanceof ProblemError ? error.problem : undefined;
      if (problem?.status === 401) {
        askForToken();
        return;
      }
      const title = problem?.title || 'Something went wrong';
      const detail = [
        problem?.detail ?? (error instanceof Error ? error.message : String(error)),
        ...(problem?.errors ?? []).map(({ where, detail: what }) => `${where}: ${what}`),
      ].join(' ');
      if (notices.some((notice) => notice.detail === detail)) return;
      notices = [...notices.slice(-3), { id: next++, title, detail }];
      paint();
    },
    toast(text: string): void {
      toast = text;
      say(text);
      paint();
      clearTimeout(timer);
      timer = setTimeout(() => {
        toast = '';
        paint();
      }, TOAST);
    },
  };
};
