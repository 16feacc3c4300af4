/** Nouns whose content clause says what somebody is said to have done. */
export const isAllegation = (lemma: string): boolean =>
  /^(charge|allegation|claim|accusation|report|suspicion|complaint)$/.test(lemma);
