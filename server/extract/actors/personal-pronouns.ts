export const HE = /^(he|she|him|his|her|hers|himself|herself)$/i;
export const THEY = /^(they|them|their|theirs|themselves)$/i;
export const IT = /^(it|its|itself)$/i;
export const WE = /^(we|us|our|ours|ourselves)$/i;
export const I = /^(i|me|my|mine|myself)$/i;
/** Pronouns by whose subject the next pronoun goes on speaking of the same. */
export const PERSONAL = /^(he|she|they|it)$/i;
export const RELATIVE = /^(who|which|that|whom|whose)$/i;
