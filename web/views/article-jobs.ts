import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Job, JobItemPage, JobRequest } from '../../graph-schema/api/jobs.ts';
import type { App } from '../app.ts';
import { counted } from '../words.ts';

type JobItem = JobItemPage['items'][number];

interface Watched {
  readonly job: Job;
  readonly items: readonly JobItem[];
}

const over = (job: Job): boolean => job.state === 'done' || job.state === 'cancelled' || job.state === 'failed';

/** Reading of many articles: started here, followed to the end, stopped or tried again. */
export const createJobs = (
  app: App,
  repaint: () => void,
  onDone: () => void,
): { readonly start: (request: JobRequest) => void; readonly draw: () => TemplateResult } => {
  const watched = new Map<string, Watched>();

  /** What became of each article, also of those that were over before anyone listened. */
  const fillItems = async (id: string): Promise<void> => {
    try {
      const { items } = await app.api.jobItems(id);
      const known = watched.get(id);
      if (known) watched.set(id, { ...known, items });
      repaint();
    } catch (error) {
      app.complain(error);
    }
  };

  const follow = (job: Job): void => {
    watched.set(job.id, { job, items: [] });
    repaint();
    const events = app.api.jobEvents(job.id);
    events.addEventListener('job', (event) => {
      const next = JSON.parse((event as MessageEvent<string>).data) as Job;
      const known = watched.get(job.id);
      watched.set(job.id, { job: next, items: known?.items ?? [] });
      if (over(next)) {
        events.close();
        void fillItems(job.id);
        app.say(`${next.label}: ${next.state}, ${counted(next.added + next.replaced, 'article')} read.`);
        onDone();
      }
      repaint();
    });
    events.addEventListener('item', (event) => {
      const item = JSON.parse((event as MessageEvent<string>).data) as JobItem;
      const known = watched.get(job.id);
      if (!known) return;
      watched.set(job.id, { ...known, items: [...known.items.filter((one) => one.number !== item.number), item] });
      repaint();
    });
    events.addEventListener('error', () => {
      if (events.readyState === EventSource.CLOSED) return;
      const known = watched.get(job.id);
      if (known && over(known.job)) events.close();
    });
  };

  const start = async (request: JobRequest): Promise<void> => {
    try {
      follow(await app.api.startJob(request));
    } catch (error) {
      app.complain(error);
    }
  };

  const tell = async (id: string, what: 'cancel' | 'pause' | 'resume' | 'retry'): Promise<void> => {
    try {
      const job = await app.api.tellJob(id, what);
      if (what === 'retry' && job.id !== id) follow(job);
      else {
        watched.set(id, { job, items: watched.get(id)?.items ?? [] });
        if (what === 'retry') follow(job);
      }
      repaint();
    } catch (error) {
      app.complain(error);
    }
  };

  const drawJob = ({ job, items }: Watched): TemplateResult => {
    const share = job.total > 0 ? job.done / job.total : 0;
    const wrong = items.filter((item) => item.error || (item.notes ?? []).length > 0);
    return html`<li class="job" data-job=${job.state}>
      <p><b>${job.label}</b> <span class="soft">${job.state} · ${job.done} of ${job.total} · ${counted(job.claims, 'claim')}${job.failed > 0 ? ` · ${job.failed} failed` : ''}</span></p>
      <progress max="1" .value=${share} aria-label="Progress of ${job.label}"></progress>
      ${job.error ? html`<p class="conflict">${job.error}</p>` : nothing}
      ${wrong.map((item) => html`<p class="soft">${item.name}: <span class=${item.error ? 'conflict' : ''}>${item.error ?? (item.notes ?? []).join('; ')}</span></p>`)}
      <p class="actions">${job.state === 'running' || job.state === 'waiting' ? html`<button type="button" @click=${() => tell(job.id, 'pause')}>Pause</button><button type="button" @click=${() => tell(job.id, 'cancel')}>Cancel</button>` : nothing}
        ${job.state === 'paused' ? html`<button type="button" @click=${() => tell(job.id, 'resume')}>Go on</button>` : nothing}
        ${over(job) && job.failed > 0 ? html`<button type="button" @click=${() => tell(job.id, 'retry')}>Try the failed again</button>` : nothing}</p>
    </li>`;
  };

  return {
    start: (request) => void start(request),
    draw: () => html`<ul class="jobs" aria-live="polite">${[...watched.values()].reverse().map(drawJob)}</ul>`,
  };
};
