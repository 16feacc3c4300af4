/** Nouns that tell what somebody is to another, and no act. */
export const RELATIONAL_NOUN = /^(ally|partner|critic|opponent|supporter|backer|mediator)$/;
