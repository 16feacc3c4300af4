import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { Counts } from '../../graph-schema/api/graph.ts';
import { MODALITIES, type Modality } from '../../graph-schema/claim.ts';
import type { Filter } from '../../graph-schema/filter.ts';
import type { EntityKind } from '../../graph-schema/kinds.ts';
import { PLOVER_CLASSES, type Sign, signOfQuad } from '../../graph-schema/relation.ts';
import { isRelationType, RELATIONS, type RelationType, relationOf } from '../../graph-schema/relations.ts';
import type { App } from '../app.ts';
import { queryOfFilter } from '../state/address.ts';
import { withFilter } from '../state/view.ts';
import { KIND_NAMES, SIGN_NAMES } from '../words.ts';
import type { PageFrame } from './frame.ts';
import { kindIcon } from './kind-icon.ts';
import { signLine } from './sign-text.ts';

const SIGNS = ['cooperation', 'conflict', 'none'] as const satisfies readonly Sign[];
const SIGN_ENDS: Readonly<Record<Sign, string>> = { cooperation: ' +', conflict: ' −', none: '' };
/** Kinds in the order in which a reader asks for them. */
const KINDS = [
  'country',
  'person',
  'organization',
  'event',
  'proposal',
  'place',
] as const satisfies readonly EntityKind[];
const FIRST_TYPES = 6;
const FIRST_OUTLETS = 6;
/** Said as fact is what is shown unless asked otherwise. */
const FACTS: readonly Modality[] = ['fact', 'past'];
const NOT_YET = MODALITIES.filter((modality) => !FACTS.includes(modality));

type Listed = 'kinds' | 'types' | 'signs' | 'outlets';

/** The values of a condition after one was switched: all of them is no condition. */
const switched = <T extends string>(
  now: readonly T[] | undefined,
  all: readonly T[],
  value: T,
): readonly T[] | undefined => {
  const on = new Set(now ?? all);
  if (on.has(value)) on.delete(value);
  else on.add(value);
  const next = all.filter((one) => on.has(one));
  return next.length === all.length || next.length === 0 ? undefined : next;
};

export const mountLegend = (frame: PageFrame, app: App): { readonly refresh: () => void } => {
  const { session } = app;
  let counts: Counts | undefined;
  /** Counts without the conditions of the legend itself, so that what is switched off can be switched on again. */
  let whole: Counts | undefined;
  let asked = '';
  let allTypes = false;
  let allOutlets = false;

  const refresh = async (): Promise<void> => {
    const { filter } = session.view();
    const { kinds: _k, types: _t, signs: _s, outlets: _o, ...rest } = filter;
    const key = String(queryOfFilter(filter));
    asked = key;
    try {
      const [now, all] = await Promise.all([app.api.counts(filter), app.api.counts(rest)]);
      if (asked !== key) return;
      counts = now;
      whole = all;
      paint();
    } catch (error) {
      app.complain(error);
    }
  };

  const change = (next: { readonly [K in keyof Filter]?: Filter[K] | undefined }): void =>
    session.go((view) => withFilter(view, next));

  const row = (options: {
    readonly on: boolean;
    readonly label: string | TemplateResult;
    readonly icon?: TemplateResult;
    readonly count: number | undefined;
    readonly name: string;
    readonly onSwitch: () => void;
    readonly onOnly?: () => void;
  }): TemplateResult => html`<li class="choice-row ${options.on ? '' : 'is-off'}">
      <button type="button" role="switch" aria-checked=${options.on} data-switch=${options.name} @click=${options.onSwitch}>
        ${options.icon ?? nothing}<span class="label">${options.label}</span><span class="count">${options.count?.toLocaleString('en') ?? ''}</span>
      </button>
      ${options.onOnly ? html`<button type="button" class="only" aria-label="Only ${options.name}" title="Only this" @click=${options.onOnly}>only</button>` : nothing}
    </li>`;

  const listRows = <T extends string>(
    key: Listed,
    all: readonly T[],
    make: (value: T) => { label: string | TemplateResult; icon?: TemplateResult; count: number | undefined },
  ): TemplateResult[] => {
    const now = session.view().filter[key] as readonly T[] | undefined;
    return all.map((value) =>
      row({
        ...make(value),
        name: value,
        on: now ? now.includes(value) : true,
        onSwitch: () => change({ [key]: switched(now, all, value) }),
        onOnly: () => change({ [key]: now?.length === 1 && now[0] === value ? undefined : [value] }),
      }),
    );
  };

  const types = (): readonly RelationType[] =>
    Object.entries(whole?.edges ?? {})
      .filter(([name]) => isRelationType(name))
      .sort(([, a], [, b]) => b - a)
      .map(([name]) => name as RelationType);

  const families = (): TemplateResult => {
    const now = session.view().filter.types;
    const has = PLOVER_CLASSES.filter((family) => types().some((type) => relationOf(type).plover === family));
    const chosen = has.find((family) => {
      const members = RELATIONS.filter((relation) => (relation as { plover?: string }).plover === family).map(
        (relation) => relation.name,
      );
      return now !== undefined && now.length === members.length && now.every((type) => members.includes(type));
    });
    return html`<label class="field">Family <select aria-label="Only relations of one family" @change=${(
      event: Event,
    ) => {
      const family = (event.target as HTMLSelectElement).value;
      change({
        types: family
          ? RELATIONS.filter((relation) => (relation as { plover?: string }).plover === family).map(
              (relation) => relation.name,
            )
          : undefined,
      });
    }}><option value="" ?selected=${!chosen}>all</option>${has.map((family) => html`<option value=${family} ?selected=${family === chosen}>${family.toLowerCase()}</option>`)}</select></label>`;
  };

  const claims = (filter: Filter): TemplateResult => {
    const polarities = filter.polarities ?? ['affirmed'];
    const modalities = filter.modalities ?? FACTS;
    const denied = polarities.includes('denied');
    const plain = polarities.includes('affirmed') && modalities.includes('fact');
    const open = NOT_YET.some((modality) => modalities.includes(modality));
    const sum = (names: readonly string[]) => names.reduce((total, name) => total + (whole?.modalities[name] ?? 0), 0);
    const set = (next: { plain: boolean; denied: boolean; open: boolean }): void => {
      const nextPolarities = [
        ...(next.plain || next.open || !next.denied ? ['affirmed' as const] : []),
        ...(next.denied ? ['denied' as const] : []),
      ];
      const nextModalities = [...(next.plain || next.denied || !next.open ? FACTS : []), ...(next.open ? NOT_YET : [])];
      change({
        polarities: next.denied ? nextPolarities : undefined,
        modalities: next.open ? nextModalities : undefined,
      });
    };
    return html`<ul>
      ${row({ on: plain, label: 'Said as fact', icon: html`<svg class="line" viewBox="0 0 28 18" width="28" height="18" aria-hidden="true"><path d="M0 9h28"/></svg>`, count: undefined, name: 'fact', onSwitch: () => set({ plain: !plain, denied, open }) })}
      ${row({ on: denied, label: 'Denied', icon: html`<svg class="line dotted" viewBox="0 0 28 18" width="28" height="18" aria-hidden="true"><path d="M0 9h28"/></svg>`, count: denied ? whole?.polarities.denied : undefined, name: 'denied', onSwitch: () => set({ plain, denied: !denied, open }) })}
      ${row({ on: open, label: 'Planned, possible …', icon: html`<svg class="line dotted" viewBox="0 0 28 18" width="28" height="18" aria-hidden="true"><path d="M0 9h28"/></svg>`, count: open ? sum(NOT_YET) : undefined, name: 'planned', onSwitch: () => set({ plain, denied, open: !open }) })}
    </ul>`;
  };

  const paint = (): void => {
    const { filter } = session.view();
    const all = types();
    const shownTypes = allTypes
      ? all
      : all.filter((type, i) => i < FIRST_TYPES || filter.types?.includes(type)).slice(0, 14);
    const outlets = Object.entries(whole?.outlets ?? {})
      .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
      .map(([name]) => name);
    const shownOutlets = allOutlets ? outlets : outlets.slice(0, FIRST_OUTLETS);
    const kinds = KINDS.filter((kind) => (whole?.nodes[kind] ?? 0) > 0 || filter.kinds?.includes(kind));
    const confidence = filter.confidence ?? 0;
    const any = queryOfFilter(filter).length > 0;
    render(
      html`<div class="sheet-head only-narrow"><b>Legend and filters</b><button type="button" class="icon" aria-label="Close the legend" @click=${() => frame.openSheet(undefined)}>✕</button></div>
      ${any ? html`<p class="filtered"><button type="button" class="link" data-clear @click=${() => session.go((view) => ({ ...withFilter(view, {}), filter: {} }))}>Take all filters away</button></p>` : nothing}
      <h2>Show</h2>
      <ul>${listRows<EntityKind>('kinds', kinds.length ? kinds : KINDS, (kind) => ({ label: KIND_NAMES[kind][1], icon: kindIcon(kind), count: counts?.nodes[kind] ?? (counts ? 0 : undefined) }))}</ul>
      <h2>Relations</h2>
      <ul>${listRows<Sign>('signs', SIGNS, (sign) => ({ label: `${SIGN_NAMES[sign]}${SIGN_ENDS[sign]}`, icon: signLine(sign), count: counts?.signs[sign] ?? (counts ? 0 : undefined) }))}
        <li class="choice-row note"><span class="fixed">${signLine('mixed')}<span class="label">Both ±, in one pair</span></span></li></ul>
      <h2>Type</h2>
      ${families()}
      <ul>${listRows<RelationType>('types', shownTypes, (type) => ({ label: html`<span class=${signOfQuad(relationOf(type).quad)}>${relationOf(type).verb}</span>`, count: counts?.edges[type] ?? 0 }))}</ul>
      ${
        all.length > shownTypes.length || allTypes
          ? html`<button type="button" class="link" aria-expanded=${allTypes} @click=${() => {
              allTypes = !allTypes;
              paint();
            }}>${allTypes ? 'Fewer' : `${all.length - shownTypes.length} more…`}</button>`
          : nothing
      }
      <h2>Claims</h2>
      ${claims(filter)}
      <h2>Confidence</h2>
      <label class="slider"><input type="range" min="0" max="1" step="0.05" .value=${String(confidence)} aria-label="At least this confident" aria-valuetext=${confidence === 0 ? 'any' : `at least ${confidence}`} @change=${(
        event: Event,
      ) => {
        const value = Number((event.target as HTMLInputElement).value);
        change({ confidence: value > 0 ? value : undefined });
      }} /><span class="count">${confidence === 0 ? 'any' : `≥ ${confidence.toFixed(2)}`}</span></label>
      ${
        outlets.length > 0
          ? html`<h2>Outlets</h2><ul>${listRows<string>('outlets', shownOutlets, (outlet) => ({ label: outlet, count: counts?.outlets[outlet] ?? 0 }))}</ul>
        ${
          outlets.length > FIRST_OUTLETS
            ? html`<button type="button" class="link" aria-expanded=${allOutlets} @click=${() => {
                allOutlets = !allOutlets;
                paint();
              }}>${allOutlets ? 'Fewer' : `${outlets.length - FIRST_OUTLETS} more…`}</button>`
            : nothing
        }`
          : nothing
      }`,
      frame.legend,
    );
  };

  session.follow((view, before) => {
    if (String(queryOfFilter(view.filter)) !== String(queryOfFilter(before.filter))) void refresh();
    paint();
  });
  paint();
  void refresh();
  return { refresh: () => void refresh() };
};
