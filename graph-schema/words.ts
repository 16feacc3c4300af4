/** A list of words written as one string, so that a record of many words stays readable. */
export const words = (list: string): readonly string[] => list.split(' ');
