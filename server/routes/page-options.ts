import type { Filter } from '../../graph-schema/filter.ts';
import type { PageOptions, Window } from '../store/store.ts';

/** The part of a query that says which page is wanted. */
export interface PageQuery {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** The page that a query asks for, absent members left out. */
export const pageOptions = ({ limit, after }: PageQuery): PageOptions => ({
  limit,
  ...(after === undefined ? {} : { after }),
});

/** The window that a query asks for, absent members left out. */
export const windowOptions = ({
  since,
  until,
  clock,
}: { readonly [key in 'since' | 'until' | 'clock']?: Filter[key] | undefined }): Window & Pick<Filter, 'clock'> => ({
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  ...(clock === undefined ? {} : { clock }),
});
