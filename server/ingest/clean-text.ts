/**
 * A text as it can be kept anywhere: no NULs or other control characters but tab and line breaks, no lone surrogates
 * (each becomes a replacement character), no byte order mark, line breaks as `\n`. Offsets count from this text.
 */
export const cleanText = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
