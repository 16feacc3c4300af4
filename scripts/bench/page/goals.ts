import type { Measured } from './measure-contestant.ts';
import { medianOf, type Results, readableAfter } from './results.ts';
import { CONTESTANTS, type ContestantName } from './serve-contest.ts';

/** The sizes that are measured, in nodes. */
export const LARGE = 20_000;
export const MIDDLE = 5_000;
export const LAYOUTS = [300, 1_000, MIDDLE] as const;

/** Something that is asked of the graph view, and what came out. */
export interface Goal {
  readonly asked: string;
  readonly value: number;
  readonly met: boolean;
}

/** All that is asked, judged by the medians of the rounds. */
export const judge = (results: Results): readonly Goal[] => {
  const of = (name: ContestantName, size: number, value: (one: Measured) => number) =>
    medianOf(results, name, size, value);
  const sooner = (size: number) =>
    readableAfter(results, 'force-graph', size) / readableAfter(results, 'entente', size);
  const against = (name: ContestantName, value: (one: Measured) => number) =>
    of('entente', MIDDLE, value) / of(name, MIDDLE, value);
  const pan = (one: Measured) => one.pan.p95;
  const zoom = (one: Measured) => one.zoom.p95;
  const moving = (one: Measured) => Math.max(pan(one), zoom(one));
  const bestHover = Math.min(
    ...CONTESTANTS.slice(1)
      .map((name) => of(name, MIDDLE, (one) => one.hover))
      .filter((value) => !Number.isNaN(value)),
  );
  const atLeast = (asked: string, value: number, least: number): Goal => ({
    asked: `${asked} (≥ ${least})`,
    value,
    met: value >= least,
  });
  const atMost = (asked: string, value: number, most: number): Goal => ({
    asked: `${asked} (≤ ${most})`,
    value,
    met: value <= most + 0.001,
  });
  return [
    atLeast('5,000: readable sooner than force-graph, times', sooner(MIDDLE), 5),
    atMost(
      '5,000: pan CPU over force-graph’s',
      against('force-graph', (one) => one.panCpu),
      0.8,
    ),
    atMost(
      '5,000: pan CPU over sigma’s',
      against('sigma', (one) => one.panCpu),
      0.25,
    ),
    atMost('5,000: pan and zoom p95 over force-graph’s', against('force-graph', moving), 1),
    atMost('5,000: pan alone, p95 over force-graph’s', against('force-graph', pan), 1),
    atMost('5,000: zoom alone, p95 over force-graph’s', against('force-graph', zoom), 1),
    atLeast('5,000: drag p95 better than force-graph, times', 1 / against('force-graph', (one) => one.drag.p95), 2.5),
    atLeast('5,000: hover better than the best peer, times', bestHover / of('entente', MIDDLE, (one) => one.hover), 3),
    atLeast('1,000: readable sooner than force-graph, times', sooner(1_000), 2),
    atMost('300: first readable picture, ms', readableAfter(results, 'entente', 300), 300),
    atLeast(
      '20,000: pan p95 better than force-graph, times',
      of('force-graph', LARGE, pan) / of('entente', LARGE, pan),
      3,
    ),
    atLeast(
      '5,000: names in full view',
      of('entente', MIDDLE, (one) => one.labels?.count ?? 0),
      40,
    ),
    atMost(
      '5,000: names that overlap',
      Math.max(...(results.drawn[`entente ${MIDDLE}`] ?? []).map((one) => one.labels?.overlapping ?? 1)),
      0,
    ),
    atLeast(
      '5,000: neighbours’ names in focus',
      of('entente', MIDDLE, (one) => one.focusLabels ?? 0),
      20,
    ),
  ];
};
