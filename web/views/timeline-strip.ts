import { brushX, type D3BrushEvent } from 'd3-brush';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { html, nothing, render, svg } from 'lit/html.js';
import type { App } from '../app.ts';
import { firstDay, lastDay, type MonthCount, monthNumber, monthOf, monthsToDraw } from '../data/months.ts';
import { queryOfFilter } from '../state/address.ts';
import { withFilter } from '../state/view.ts';
import { counted, monthName } from '../words.ts';
import type { PageFrame } from './frame.ts';

interface Window {
  readonly since: string;
  readonly until: string;
}

const STEP = 700;
/** Length of the window that is played where none is chosen, months. */
const PLAYED = 12;
const SIDE = 18;
const AXIS = 20;

/** The strip under every view: counts by month, a brush for the time window, play, and which clock it is on. */
export const mountTimelineStrip = (
  frame: PageFrame,
  app: App,
): { readonly refresh: () => void; readonly preview: (window: Window | undefined) => void } => {
  const { session } = app;
  const host = frame.strip;
  render(html`<div class="strip-head"></div><div class="strip-chart"></div>`, host);
  const head = host.querySelector<HTMLElement>('.strip-head')!;
  const chart = host.querySelector<HTMLElement>('.strip-chart')!;
  let months: readonly MonthCount[] = [];
  let earlier = 0;
  let asked = '';
  let moving: Window | undefined;
  let playing: ReturnType<typeof setInterval> | undefined;

  const windowOf = (): Window | undefined => {
    const { since, until } = session.view().filter;
    if (!since && !until) return undefined;
    const first = months[0]?.month ?? '2000-01';
    const last = months.at(-1)?.month ?? '2000-01';
    return { since: since ?? firstDay(first), until: until ?? lastDay(last) };
  };

  const refresh = async (): Promise<void> => {
    const { since: _s, until: _u, ...rest } = session.view().filter;
    const key = String(queryOfFilter(rest));
    asked = key;
    try {
      const answer = await app.api.timeline(rest);
      if (asked !== key) return;
      ({ months, earlier } = monthsToDraw(answer.months));
      paint();
    } catch (error) {
      app.complain(error);
    }
  };

  const setWindow = (window: Window | undefined, kind: 'step' | 'same-step' = 'step'): void =>
    session.go((view) => withFilter(view, { since: window?.since, until: window?.until }), kind);

  const size = () => ({ width: Math.max(200, chart.clientWidth), height: Math.max(50, chart.clientHeight) });
  const scale = () => {
    const { width } = size();
    const first = months[0] ? monthNumber(months[0].month) : 0;
    return scaleLinear([first, first + Math.max(1, months.length)], [SIDE, width - SIDE]);
  };

  const snapped = (from: number, to: number): Window | undefined => {
    const x = scale();
    const first = monthNumber(months[0]!.month);
    const low = Math.max(first, Math.round(x.invert(from)));
    const high = Math.min(first + months.length, Math.max(low + 1, Math.round(x.invert(to))));
    return { since: firstDay(monthOf(low)), until: lastDay(monthOf(high - 1)) };
  };

  const brush = brushX<unknown>()
    .handleSize(10)
    .on('brush', (event: D3BrushEvent<unknown>) => {
      if (!event.sourceEvent || !event.selection) return;
      stop();
      const [from, to] = event.selection as [number, number];
      moving = snapped(from, to);
      app.preview(moving);
      paintHead();
    })
    .on('end', (event: D3BrushEvent<unknown>) => {
      if (!event.sourceEvent) return;
      moving = undefined;
      const selection = event.selection as [number, number] | null;
      setWindow(selection && selection[1] - selection[0] > 3 ? snapped(...selection) : undefined);
      app.preview(undefined);
    });

  const stop = (): void => {
    clearInterval(playing);
    playing = undefined;
  };
  const play = (): void => {
    if (playing) {
      stop();
      paint();
      return;
    }
    const first = monthNumber(months[0]!.month);
    const end = first + months.length;
    const now = windowOf();
    const length = now ? monthNumber(now.until) - monthNumber(now.since) + 1 : Math.min(PLAYED, months.length);
    let from = now && monthNumber(now.until) + 1 < end ? monthNumber(now.since) : first;
    let step: 'step' | 'same-step' = 'step';
    const advance = (): void => {
      if (from + length > end) {
        stop();
        paint();
        return;
      }
      setWindow({ since: firstDay(monthOf(from)), until: lastDay(monthOf(from + length - 1)) }, step);
      app.say(`${monthName(monthOf(from))} to ${monthName(monthOf(from + length - 1))}`);
      step = 'same-step';
      from++;
    };
    playing = setInterval(advance, STEP);
    advance();
    paint();
  };

  const inside = (month: string, window: Window | undefined): boolean =>
    !window || (firstDay(month) <= window.until && lastDay(month) >= window.since);

  const paintHead = (): void => {
    const { filter } = session.view();
    const window = moving ?? windowOf();
    const events = months
      .filter((one) => inside(one.month, window))
      .reduce((sum, one) => sum + one.cooperation + one.conflict, 0);
    const first = months[0]?.month;
    const last = months.at(-1)?.month;
    const edge = (which: 'since' | 'until') => (event: Event) => {
      const value = (event.target as HTMLInputElement).value;
      if (!/^\d{4}-\d{2}$/.test(value)) return;
      const now = windowOf() ?? { since: firstDay(first ?? value), until: lastDay(last ?? value) };
      const next = which === 'since' ? { ...now, since: firstDay(value) } : { ...now, until: lastDay(value) };
      setWindow(next.since <= next.until ? next : { since: firstDay(value), until: lastDay(value) });
    };
    render(
      html`<button type="button" class="icon" aria-label=${playing ? 'Pause' : 'Play through time'} ?disabled=${months.length < 2} @click=${play}>${playing ? '❚❚' : '▶'}</button>
        <span class="window" data-window>${first && last ? html`<b>${monthName(window?.since ?? first)} – ${monthName(window?.until ?? last)}</b> · ${counted(events, 'event')}` : 'No dated events under these filters'}</span>
        <label class="edge">from <input type="month" aria-label="Window from" .value=${(window?.since ?? first ?? '').slice(0, 7)} @change=${edge('since')} /></label>
        <label class="edge">to <input type="month" aria-label="Window to" .value=${(window?.until ?? last ?? '').slice(0, 7)} @change=${edge('until')} /></label>
        ${filter.since || filter.until ? html`<button type="button" class="link" @click=${() => setWindow(undefined)}>All time</button>` : nothing}
        ${earlier > 0 ? html`<span class="soft">${earlier} earlier, not drawn</span>` : nothing}
        <fieldset class="clock"><legend class="for-ears">Clock</legend>${(['happened', 'reported'] as const).map(
          (clock) =>
            html`<label><input type="radio" name="clock" value=${clock} .checked=${(filter.clock ?? 'happened') === clock} @change=${() =>
              session.go((view) =>
                withFilter(view, { clock: clock === 'happened' ? undefined : clock }),
              )} /><span>${clock}</span></label>`,
        )}</fieldset>`,
      head,
    );
  };

  const paint = (): void => {
    paintHead();
    const { width, height } = size();
    const x = scale();
    const middle = (height - AXIS) / 2;
    const most = Math.max(1, ...months.map((one) => Math.max(one.cooperation, one.conflict)));
    const y = scaleLinear([0, most], [0, middle - 3]);
    const window = moving ?? windowOf();
    const bar = Math.max(1, (width - 2 * SIDE) / Math.max(1, months.length) - (months.length > 160 ? 0.5 : 1.5));
    const years = months.filter(({ month }) => month.endsWith('-01') || month === months[0]!.month);
    const every = Math.ceil(years.length / Math.max(1, Math.floor(width / 64)));
    render(
      svg`<svg width=${width} height=${height} role="img" aria-label="Cooperation and conflict by month">
        <g>${months.map((one) => {
          const at = x(monthNumber(one.month));
          const on = inside(one.month, window) ? 'in' : 'out';
          return svg`<rect class="cooperation ${on}" x=${at} y=${middle - y(one.cooperation)} width=${bar} height=${y(one.cooperation)}/><rect class="conflict ${on}" x=${at} y=${middle + 1} width=${bar} height=${y(one.conflict)}/>`;
        })}</g>
        <line class="zero" x1=${SIDE} x2=${width - SIDE} y1=${middle + 0.5} y2=${middle + 0.5}/>
        <g class="axis">${years.filter((_, i) => i % every === 0).map(({ month }) => svg`<text x=${x(monthNumber(month))} y=${height - 5}>${month.slice(0, 4)}</text>`)}</g>
        <g class="brush"></g>
      </svg>`,
      chart,
    );
    if (months.length === 0) return;
    const layer = select(chart.querySelector<SVGGElement>('g.brush')!);
    brush.extent([
      [SIDE, 1],
      [width - SIDE, height - AXIS + 2],
    ]);
    layer.call(brush);
    const chosen = windowOf();
    if (!moving) {
      const first = monthNumber(months[0]!.month);
      const clamp = (value: number) => Math.max(first, Math.min(first + months.length, value));
      layer.call(
        brush.move,
        chosen ? [x(clamp(monthNumber(chosen.since))), x(clamp(monthNumber(chosen.until) + 1))] : null,
      );
    }
  };

  new ResizeObserver(() => paint()).observe(chart);
  session.follow((view, before) => {
    const { since: _a, until: _b, ...now } = view.filter;
    const { since: _c, until: _d, ...then } = before.filter;
    if (String(queryOfFilter(now)) !== String(queryOfFilter(then))) void refresh();
    else paint();
  });
  void refresh();
  return {
    refresh: () => void refresh(),
    preview(window) {
      moving = window;
      paintHead();
    },
  };
};
