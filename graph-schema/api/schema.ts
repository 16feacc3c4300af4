import { z } from 'zod';
import { keyOfCursor } from './cursor.ts';

/**
 * A property that may be absent. The type is exact (`name?: string`, never `undefined`), as the record's types are;
 * at run time it is an ordinary optional, which is what makers of OpenAPI documents understand.
 */
export const maybe = <S extends z.ZodType>(schema: S): z.ZodExactOptional<S> =>
  schema.optional() as unknown as z.ZodExactOptional<S>;

/** A read-only list. */
export const list = <S extends z.ZodType>(schema: S): z.ZodReadonly<z.ZodArray<S>> => z.array(schema).readonly();

/** `a,b,c` in a query string, each of them one of the values. */
export const commaList = <const V extends readonly [string, ...string[]]>(
  values: V,
  description: string,
): z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<V[number][], string>>> =>
  z
    .string()
    .transform((text, context): V[number][] => {
      const items = text.split(',').filter((item) => item !== '');
      const wrong = items.filter((item) => !values.includes(item));
      if (wrong.length > 0) {
        context.addIssue({
          code: 'custom',
          message: `unknown: ${wrong.slice(0, 5).join(', ')}; give any of ${values.join(', ')}, parted by commas`,
        });
        return z.NEVER;
      }
      return items;
    })
    .optional()
    .meta({ description, example: values[0] });

/** A calendar day. */
export const day = z.iso.date('give a day as YYYY-MM-DD').meta({ description: 'Calendar day, YYYY-MM-DD' });

/** Ids as they stand in a path or a query: bounded, without control characters. */
export const id = z
  .string()
  .min(1)
  .max(300)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f]+$/, 'an id holds no control characters');

/** Paths that name one thing, and two. */
export const byId = z.object({ id });
export const byPair = z.object({ a: id, b: id });

/** A page size. */
export const limit = (most: number, usual: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce
    .number('give a whole number')
    .int('give a whole number')
    .min(1)
    .max(most)
    .default(usual)
    .meta({ description: `At most this many, 1 … ${most}` }) as z.ZodDefault<z.ZodCoercedNumber>;

/** Where the next page begins: `next` of the page before. */
export const after = z
  .string()
  .max(2000)
  .refine((text) => keyOfCursor(text) !== undefined, 'give `next` of the page before, as it was')
  .optional()
  .meta({ description: '`next` of the page before' });

/** What of a list a request asks for. */
export const pageQuery = (most: number, usual: number) => z.object({ limit: limit(most, usual), after });

/** A window of days, both inclusive; an open end is left out. */
export const windowQuery = (what: string) =>
  z.object({
    since: day.optional().meta({ description: `Only ${what} on this day or later` }),
    until: day.optional().meta({ description: `Only ${what} on this day or before` }),
  });

/**
 * One page of a longer list. The order is the same each time; `next` stands in a `Link` header (RFC 8288) too. More may
 * be told of the list as a whole beside its items.
 */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({
    items: list(item),
    total: z.int().min(0),
    next: maybe(z.string().meta({ description: 'Opaque; absent on the last page' })),
  });
