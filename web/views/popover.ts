import { html, render, type TemplateResult } from 'lit/html.js';

/** A small dialog beneath the button that opened it; Escape or a click outside closes it and gives the focus back. */
export const openPopover = (
  anchor: HTMLElement,
  title: string,
  content: (close: () => void, repaint: () => void) => TemplateResult,
): void => {
  const dialog = document.createElement('dialog');
  dialog.className = 'popover';
  dialog.setAttribute('aria-label', title);
  document.body.append(dialog);
  const close = (): void => dialog.close();
  const paint = (): void => {
    render(html`<h2>${title}</h2>${content(close, paint)}`, dialog);
  };
  paint();
  dialog.addEventListener('close', () => {
    dialog.remove();
    anchor.focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
  const from = anchor.getBoundingClientRect();
  const box = dialog.getBoundingClientRect();
  dialog.style.top = `${Math.max(8, Math.min(from.bottom + 8, innerHeight - box.height - 8))}px`;
  dialog.style.left = `${Math.max(8, Math.min(from.right - box.width, innerWidth - box.width - 8))}px`;
};

/** Give the reader a file. */
export const download = (name: string, content: Blob | string, type = 'text/plain'): void => {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
