import { html, nothing, render } from 'lit/html.js';
import { ProblemError } from '../data/api.ts';

interface Notice {
  readonly id: number;
  readonly title: string;
  readonly detail: string;
}

const TOAST = 2600;

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
