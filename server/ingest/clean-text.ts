/** Characters of Windows-1252 at 0x80 to 0x9f, where Latin-1 has control characters; `\ufffd` where it has none. */
const WINDOWS_1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/**
 * A text as it can be kept anywhere: no NULs or other control characters but tab and line breaks, no lone surrogates
 * (each becomes a replacement character), no byte order mark, quotation
 * marks and dashes of Windows-1252 where they were taken for Latin-1 (Node's own decoder does that), line breaks as `\n`. Offsets count from this text.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
