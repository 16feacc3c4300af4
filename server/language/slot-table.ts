import type { Lexeme } from './vocabulary.ts';

/** Gives forms a limited number of slots; who has not been asked for of late gives his up (second chance). */
export interface SlotTable {
  /** Begins a stretch of text: slots asked for in it stay until the next. */
  begin(): void;
  /** Slot of the form, or -1 where it has none. */
  find(lexeme: Lexeme): number;
  /** A slot for a form that has none. */
  give(lexeme: Lexeme): number;
}

/** `which` of the form's slots this table fills; the capacity must exceed the forms of any stretch. */
export function createSlotTable(capacity: number, which: number): SlotTable {
  const owners = new Array<Lexeme | undefined>(capacity).fill(undefined);
  const lastStretch = new Float64Array(capacity);
  const asked = new Uint8Array(capacity);
  let stretch = 0;
  let hand = 0;

  const touch = (slot: number): number => {
    lastStretch[slot] = stretch;
    asked[slot] = 1;
    return slot;
  };

  return {
    begin: () => {
      stretch++;
    },
    find: (lexeme) => {
      const slot = lexeme.slots[which]!;
      return slot < 0 ? slot : touch(slot);
    },
    give: (lexeme) => {
      while (owners[hand] !== undefined && (lastStretch[hand] === stretch || asked[hand] === 1)) {
        asked[hand] = 0;
        hand = (hand + 1) % capacity;
      }
      const slot = hand;
      hand = (hand + 1) % capacity;
      const owner = owners[slot];
      if (owner) owner.slots[which] = -1;
      owners[slot] = lexeme;
      lexeme.slots[which] = slot;
      return touch(slot);
    },
  };
}
